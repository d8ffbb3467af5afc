import { join } from 'node:path';
import type { HomeFolder } from '../home/home-folder.ts';
import { portFor } from '../home/remembered-ports.ts';
import { startKeptProcess } from '../processes/kept-process.ts';
import { startKeptUp, type KeptUp } from '../processes/kept-up.ts';
import { endLeftover, type Persuasion } from '../processes/running-note.ts';
import { devServerArguments } from './dev-server-arguments.ts';

const persuasion: Persuasion = [
  ['SIGTERM', 10_000],
  ['SIGKILL', 5_000],
];

export interface RunningTemporal extends KeptUp {
  /** `host:port` for workers and clients. */
  readonly address: string;
  /** Temporal's own pages. */
  readonly pageUrl: string;
}

const notePath = (home: HomeFolder): string => join(home.run, 'temporal.json');

/** Ends the server of a start that was killed: its port and its store are wanted. */
export async function endLeftoverTemporal(home: HomeFolder): Promise<boolean> {
  return endLeftover(notePath(home), persuasion);
}

/**
 * Starts the development server on the store in the home folder and starts it again should it end by itself: people go on
 * working meanwhile, only what follows by itself waits. Does not wait until it answers; see `temporal-answers.ts`.
 * @param onLost called each time it ended without being asked to
 * @throws when the program cannot be executed
 */
export async function startTemporal(
  home: HomeFolder,
  program: string,
  namespace: string,
  onLost: (how: string) => void,
): Promise<RunningTemporal> {
  const port = await portFor(home, 'temporal');
  const pagePort = await portFor(home, 'temporalPage');
  const plan = {
    program,
    args: devServerArguments({ port, pagePort, store: home.temporalStore, namespace }),
    cwd: home.path,
    notePath: notePath(home),
    logPath: join(home.logs, 'temporal.log'),
    persuasion,
  };
  // Without it people go on working: it is tried for as long as we run.
  const kept = await startKeptUp({
    start: async () => startKeptProcess(plan),
    pausesMs: [2_000],
    staysMs: 0,
    onLost,
  });
  return {
    address: `127.0.0.1:${port}`,
    pageUrl: `http://127.0.0.1:${pagePort}`,
    ...kept,
  };
}
