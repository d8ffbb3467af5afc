import { appendFileSync, mkdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { pino } from 'pino';

/** Something that went wrong, for whoever runs the office's machine: ids, codes and places in the code, nothing about people. */
export interface LoggedProblem {
  /** The number that the user was shown. */
  readonly id: string;
  readonly method: string;
  /** Pattern of the route, never the address itself: it may hold a reply link. */
  readonly route: string;
  /** Name and code of what was thrown; its message may quote a row. */
  readonly name: string;
  /** Frames only. */
  readonly stack: readonly string[];
}

/** Where problems are noted. Not Nest's logger: that is one for the whole process, and the rooms beside us switch it off. */
export interface ProblemLog {
  unexpected(problem: LoggedProblem): void;
  /** The database was in trouble: one line, no stack. */
  database(problem: Omit<LoggedProblem, 'id' | 'stack'> & { readonly trouble: string }): void;
}

/** JSON lines in `file`, or on the error output of a process of its own. Written before the answer leaves. */
export function problemLog(file?: string): ProblemLog {
  if (file !== undefined) mkdirSync(dirname(file), { recursive: true });
  const write = (line: string): void => {
    if (file === undefined) process.stderr.write(line);
    else appendFileSync(file, line, { mode: 0o600 });
  };
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime }, { write });
  return {
    unexpected: (problem) => {
      log.error(problem, 'unexpected');
    },
    database: (problem) => {
      log.warn(problem, 'database in trouble');
    },
  };
}
