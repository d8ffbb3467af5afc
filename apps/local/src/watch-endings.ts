import type { ClosingOrder } from './closing-order.ts';
import type { Screen } from './screen/screen.ts';
import { StartRefusal } from './start-refusal.ts';

/** npm passes a Ctrl-C on that the terminal has sent us already: only a later one is a person's second. */
const samePressMs = 700;

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/** Why and when this process is to end. */
export interface Endings {
  /** Aborted when it is to end. */
  readonly signal: AbortSignal;
  /** Resolves then. */
  readonly asked: Promise<void>;
  /** Something without which nothing works has ended by itself. */
  readonly lost: (what: string) => void;
  /** The start did not succeed. */
  readonly failed: (error: unknown) => void;
  readonly exitCode: () => number;
  /** Everything is closed: signals mean what they always mean. */
  readonly done: () => void;
}

const told = (error: unknown): string => (error instanceof Error ? (error.stack ?? error.message) : String(error));

/** Listens for signals and for errors nobody caught; the first asks for an orderly end, a second signal forces it. */
export function watchEndings(screen: Screen, closing: ClosingOrder): Endings {
  const end = new AbortController();
  const asked = new Promise<void>((resolve) => {
    end.signal.addEventListener('abort', () => {
      resolve();
    });
  });
  let code = 0;
  let firstAt: number | undefined;
  const fail = (text: string, failure: number): void => {
    screen.line(text);
    if (code === 0) code = failure;
    end.abort();
  };
  const onSignal = (): void => {
    if (firstAt === undefined) {
      firstAt = performance.now();
      screen.line('\n終わらせています。少しお待ちください(もう一度 Ctrl-C を押すと、待たずに終わらせます)');
      end.abort();
    } else if (performance.now() - firstAt > samePressMs) {
      closing.forceAll();
      process.exit(130);
    }
  };
  const onFault = (error: unknown): void => {
    fail(`思いがけない誤りのため終わらせます: ${told(error)}`, 1);
  };
  for (const signal of signals) process.on(signal, onSignal);
  process.on('uncaughtException', onFault);
  process.on('unhandledRejection', onFault);
  return {
    signal: end.signal,
    asked,
    lost: (what) => {
      fail(`\n${what}`, 1);
    },
    failed: (error) => {
      if (error instanceof StartRefusal) {
        screen.refuse(error);
        code = error.exitCode;
      } else {
        onFault(error);
      }
    },
    exitCode: () => code,
    done: () => {
      if (firstAt !== undefined) screen.line('終わりました。');
      for (const signal of signals) process.off(signal, onSignal);
    },
  };
}
