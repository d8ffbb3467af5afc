import { readFileSync, writeFileSync } from 'node:fs';
import { freePort } from './free-port.ts';
import type { HomeFolder } from './home-folder.ts';

/** Servers beside the pages. Their ports are kept from start to start, so that bookmarks stay right. */
export type SideServer = 'postgres' | 'temporal' | 'temporalPage' | 'smtp' | 'mailPage';

const wishes = {
  postgres: 54_329,
  temporal: 7233,
  temporalPage: 8233,
  smtp: 2525,
  mailPage: 8025,
} as const satisfies Record<SideServer, number>;

function noted(home: HomeFolder): Partial<Record<SideServer, number>> {
  try {
    const note: unknown = JSON.parse(readFileSync(home.portsNote, 'utf8'));
    if (typeof note !== 'object' || note === null) return {};
    const ports = Object.entries(note).filter(([name, port]) => name in wishes && typeof port === 'number');
    return Object.fromEntries(ports);
  } catch {
    return {};
  }
}

/** The port of last time, else the usual one, else a free one; noted for next time. */
export async function portFor(home: HomeFolder, server: SideServer): Promise<number> {
  const ports = noted(home);
  const port = await freePort(ports[server] ?? wishes[server]);
  if (port !== ports[server])
    writeFileSync(home.portsNote, JSON.stringify({ ...noted(home), [server]: port }), { mode: 0o600 });
  return port;
}
