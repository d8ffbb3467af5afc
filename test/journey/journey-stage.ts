import type { OfficeCalendar } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import type { Actor, KeptState, MunicipalityRules, Verdict } from '#libs/domain';

export type JourneyCommand = { readonly type: string; readonly [field: string]: unknown };

/** Where the journey is played: on the simulator, or with skipped time on the real workflow. */
export interface JourneyStage {
  readonly rules: MunicipalityRules;
  readonly calendar: OfficeCalendar;
  /** The day the journey begins, an open day (Asia/Tokyo). */
  readonly firstDay: string;
  /** Lets time go on to that instant (epoch ms); whatever falls due meanwhile happens. */
  passTo(atMs: number): Promise<void>;
  /** Gives a command now and lets the procedures do what follows. */
  order(ref: RecordRef, command: JourneyCommand, actor: Actor): Promise<Verdict>;
  stateOf(ref: RecordRef): KeptState;
}
