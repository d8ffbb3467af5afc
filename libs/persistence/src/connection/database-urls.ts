/** The roles that serve: `app` works for one municipality at a time, `clock` sees ids, dates and standings of all. */
export type ServingRole = 'app' | 'clock';

/** Names are one per PostgreSQL cluster; passwords come from the settings. */
export const roleNames = { app: 'tsunagi_app', clock: 'tsunagi_clock' } as const satisfies Record<ServingRole, string>;

/** The URL of a serving role for the database that `databaseUrl` (the owner's) names. @throws TypeError when it is no URL. */
export function roleUrl(databaseUrl: string, role: ServingRole, password: string): string {
  const url = new URL(databaseUrl);
  url.username = roleNames[role];
  url.password = encodeURIComponent(password);
  return url.toString();
}
