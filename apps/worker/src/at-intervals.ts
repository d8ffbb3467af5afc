/** Work that comes again and again until it is closed. */
export interface Repeated {
  /** Resolves when the run in hand has ended; there is none after it. */
  close(): Promise<void>;
}

/** Does `work` at once and then every `everyMs` after the last run ended. A run that fails is told and changes nothing. */
export function atIntervals(everyMs: number, work: () => Promise<void>, onFailure: (error: unknown) => void): Repeated {
  let timer: NodeJS.Timeout | undefined;
  let closed = false;
  const run = async (): Promise<void> => {
    await work().catch(onFailure);
    if (closed) return;
    timer = setTimeout(() => {
      running = run();
    }, everyMs);
  };
  let running = run();
  return {
    async close(): Promise<void> {
      closed = true;
      clearTimeout(timer);
      await running;
    },
  };
}
