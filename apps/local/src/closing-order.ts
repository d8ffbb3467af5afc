/** Closes what was opened, last first, each once, and goes on when one of them fails. */
export interface ClosingOrder {
  /** @param force what ends it at once, when there is no time left */
  add(name: string, close: () => Promise<void>, force?: () => void): void;
  /** A second call waits for the first. */
  closeAll(onFailure: (name: string, error: unknown) => void): Promise<void>;
  /** Ends everything that is still open without waiting. */
  forceAll(): void;
}

interface Open {
  readonly name: string;
  readonly close: () => Promise<void>;
  readonly force: (() => void) | undefined;
}

export function createClosingOrder(): ClosingOrder {
  const open: Open[] = [];
  let closing: Promise<void> | undefined;
  const close = async (onFailure: (name: string, error: unknown) => void): Promise<void> => {
    for (;;) {
      const last = open.at(-1);
      if (last === undefined) return;
      try {
        await last.close();
      } catch (error) {
        onFailure(last.name, error);
      }
      open.pop();
    }
  };
  return {
    add: (name, closeIt, force) => {
      open.push({ name, close: closeIt, force });
    },
    closeAll: async (onFailure) => {
      closing ??= close(onFailure).finally(() => {
        closing = undefined;
      });
      await closing;
    },
    forceAll: () => {
      for (const { force } of open.toReversed()) force?.();
    },
  };
}
