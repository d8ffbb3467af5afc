const named = ['DATABASE_URL', 'TEMPORAL_ADDRESS', 'TEMPORAL_NAMESPACE', 'SMTP_URL', 'PUBLIC_URL', 'TSUNAGI_DEMO'];

/** The environment of a start under test: this machine's, without settings that name servers started elsewhere. */
export const startEnvironment: Readonly<Record<string, string | undefined>> = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !named.includes(name)),
);
