import type { Standing, SystemCommand } from '#libs/contracts';

/**
 * How a procedure sees the one record it follows. There are two: on Temporal, and in memory for the simulator and for tests;
 * both run the very same procedures.
 */
export interface Follower<S extends Standing> {
  /** The newest standing that was shown to us: JSON without personal data. */
  readonly now: S;
  /** Resolves once `reached` holds of the standing, at once when it already does. Waits for years if need be. */
  until(reached: (standing: S) => boolean): Promise<void>;
  /**
   * Gives a command to the executor and resolves once a milestone differs from when it was decided, or the record closed.
   * A refusal is no error: "already so" is an answer, and there is nothing new to do before something else has happened. Anything else
   * is an alarm, and resolves as well when some time has passed (30 s, twice as long each time, up to 15 min): a procedure that still
   * wants it gives it again. A loop that looks again after a command can therefore not spin.
   */
  command(command: SystemCommand): Promise<void>;
}
