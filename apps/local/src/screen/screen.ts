import type { StartRefusal } from '../start-refusal.ts';

/** What the person in front of the terminal sees while it starts and ends. */
export interface Screen {
  /**
   * Runs a step: says what it does and how long that may take, then how long it took.
   * @param title Japanese, `…しています`
   * @param expected Japanese, e.g. `数秒`
   */
  step<T>(title: string, expected: string, work: () => Promise<T>): Promise<T>;
  line(text: string): void;
  refuse(refusal: StartRefusal): void;
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} 秒`;

/** @param write text as it is, line breaks included */
export function createScreen(write: (text: string) => void): Screen {
  return {
    line: (text) => {
      write(`${text}\n`);
    },
    step: async (title, expected, work) => {
      const startedMs = performance.now();
      write(`・${title}(目安 ${expected})… `);
      try {
        const result = await work();
        write(`済み ${seconds(performance.now() - startedMs)}\n`);
        return result;
      } catch (error) {
        write('できませんでした\n');
        throw error;
      }
    },
    refuse: (refusal) => {
      write(`\n始められません [${refusal.code}]\n`);
      for (const line of refusal.lines) write(`  ${line}\n`);
    },
  };
}
