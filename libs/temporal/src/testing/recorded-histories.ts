import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js';
import { workflowIdOf, type RecordRef, type Standing } from '#libs/contracts';
import { rootFolder } from '../workflow-bundle.ts';
import { LiveRecord } from './live-record.ts';
import type { Effect } from './scripted-record.ts';
import type { TimeSkipping } from './time-skipping.ts';

const folder = join(rootFolder(), 'test', 'histories');
const releases = join(rootFolder(), 'test', 'releases');

/** The histories that the newest release left running, and the number of its procedures. */
export function releasedHistories(): {
  readonly procedures: number;
  readonly histories: readonly (readonly [name: string, history: unknown])[];
} {
  const newest = readdirSync(releases, { withFileTypes: true })
    .flatMap((entry) => (entry.isDirectory() ? [entry.name] : []))
    .toSorted((one, other) => one.localeCompare(other, 'en', { numeric: true }))
    .at(-1);
  if (newest === undefined) throw new Error('no release was recorded');
  const of = join(releases, newest);
  const { procedures } = JSON.parse(readFileSync(join(of, 'release.json'), 'utf8')) as { readonly procedures: number };
  const names = readdirSync(join(of, 'histories'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.json') && !isIncompatible(basename(name)))
    .toSorted();
  return {
    procedures,
    histories: names.map((name) => [name, JSON.parse(readFileSync(join(of, 'histories', name), 'utf8')) as unknown]),
  };
}

/** Recorded by a version of the workflow that ours is not compatible with: they must fail to replay. */
export const isIncompatible = (name: string): boolean => name.startsWith('incompatible-');

/** Kinds of records that have a folder of histories. */
export const recordedKinds = (): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));

/** The recorded histories of a kind, by file name without the ending. */
export const recordedNames = (kind: string): readonly string[] =>
  readdirSync(join(folder, kind)).map((name) => name.replace(/\.json$/, ''));

/** One history as `temporal workflow show --output json` prints it. */
export const readHistory = (kind: string, name: string): unknown =>
  JSON.parse(readFileSync(join(folder, kind, `${name}.json`), 'utf8'));

export function forgetHistories(kind: string): void {
  rmSync(join(folder, kind), { recursive: true, force: true });
  mkdirSync(join(folder, kind), { recursive: true });
}

/** A story to be recorded: a record, and what happens to it. */
export interface Story<S extends Standing> {
  readonly name: string;
  readonly start: S;
  readonly effects: Readonly<Record<string, Effect<S>>>;
  readonly happens: (live: LiveRecord<S>) => Promise<void>;
  /** Which of the workflow's runs is kept; by default the newest. */
  readonly run?: 'first' | 'newest';
}

/** Plays a story on Temporal and keeps the history. Nothing in it is about people or about the machine it ran on. */
export async function recordHistory<S extends Standing>(
  server: TimeSkipping,
  kind: RecordRef['kind'],
  story: Story<S>,
): Promise<void> {
  const ref = { kind, municipality: 'demo', id: '00000000-0000-7000-8000-000000000001' };
  const live = new LiveRecord(server, ref, story.start, story.effects);
  const { workflow } = server.environment.client;
  await live.run(async () => {
    await live.nudge();
    const { runId } = await workflow.getHandle(workflowIdOf(ref)).describe();
    await story.happens(live);
    await server.settled(ref);
    const kept = workflow.getHandle(workflowIdOf(ref), story.run === 'first' ? runId : undefined);
    const json: unknown = JSON.parse(historyToJSON(await kept.fetchHistory()));
    writeFileSync(join(folder, kind, `${story.name}.json`), `${JSON.stringify(json)}\n`);
  });
}
