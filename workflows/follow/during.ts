import type { Condition, Standing, SystemCommand } from '#libs/contracts';
import type { Follower } from './follower.ts';

/** A command that is given whenever its condition holds. */
interface Ask<S extends Standing> {
  readonly missing: Condition<S>;
  readonly command: SystemCommand;
}

/** What is missing, and the command that asks for it. */
export const when = <S extends Standing>(missing: Condition<S>, command: SystemCommand): Ask<S> => ({
  missing,
  command,
});

/** As long as `time` holds: asks for what is missing, in this order, then waits until something is missing again. */
export async function during<S extends Standing>(
  record: Follower<S>,
  time: Condition<S>,
  ...asks: readonly Ask<S>[]
): Promise<void> {
  while (time(record.now)) {
    for (const { missing, command } of asks) {
      if (missing(record.now)) await record.command(command);
    }
    await record.until((s) => !time(s) || asks.some(({ missing }) => missing(s)));
  }
}
