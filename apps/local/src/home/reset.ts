import { existsSync, rmSync, writeFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { StartRefusal } from '../start-refusal.ts';
import type { HomeFolder } from './home-folder.ts';

/** Everything but the lock we hold and the logs. Each is a file or folder; SQLite keeps two files beside its own. */
const contents = (home: HomeFolder): string[] => [
  home.postgres,
  `${home.postgres}.new`,
  home.temporalStore,
  `${home.temporalStore}-wal`,
  `${home.temporalStore}-shm`,
  home.mails,
  home.secrets,
  home.portsNote,
];

/**
 * Asks before everything is deleted; only `yes` or はい is a yes, the end of input is a no.
 * @param signal aborted: nobody answers any more
 */
export async function agreesToReset(
  home: HomeFolder,
  input: Readable,
  output: Writable,
  signal: AbortSignal,
): Promise<boolean> {
  output.write(`${home.path} にある記録、メール、鍵をすべて消して、はじめからやり直します。もとに戻せません。\n`);
  output.write('よろしければ yes と入力してください: ');
  const lines = createInterface({ input, signal });
  const answer = await new Promise<string>((resolve) => {
    lines.once('line', resolve);
    lines.once('close', () => {
      resolve('');
    });
  });
  lines.close();
  return ['yes', 'はい'].includes(answer.trim());
}

/** Refuses what `--reset` must not do. @throws StartRefusal `start.reset-external` */
export function assertResettable(databaseUrl: string | undefined): void {
  if (databaseUrl === undefined) return;
  throw new StartRefusal('start.reset-external', [
    'DATABASE_URL で指したデータベースは、--reset では消しません。',
    '消すときは、その PostgreSQL の道具で消してください。まだ何も変更していません。',
  ]);
}

/**
 * Deletes what the home holds. A mark is set first and taken away last: should this be killed halfway, the next start
 * finishes it, and no database ever meets another one's workflows.
 */
export function emptyHome(home: HomeFolder): void {
  writeFileSync(home.resetMark, '');
  for (const path of contents(home)) rmSync(path, { recursive: true, force: true });
  rmSync(home.resetMark);
}

/** Finishes a reset that was killed. @returns whether there was one */
export function finishReset(home: HomeFolder): boolean {
  if (!existsSync(home.resetMark)) return false;
  emptyHome(home);
  return true;
}
