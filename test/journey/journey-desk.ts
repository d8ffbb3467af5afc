import type { RecordRef } from '#libs/contracts';
import type { Actor, CaseState, SittingState } from '#libs/domain';
import type { JourneyCommand, JourneyStage } from './journey-stage.ts';

/** The people and records of the journey; ids are counted, so that two plays have the same. */
export class JourneyDesk {
  readonly stage: JourneyStage;
  readonly kase: RecordRef;
  #ids = 0;
  #day = 0;

  constructor(stage: JourneyStage) {
    this.stage = stage;
    this.kase = { municipality: stage.rules.municipality, kind: 'support-case', id: this.newId() };
  }

  newId(): string {
    this.#ids += 1;
    return `00000000-0000-7000-8000-${this.#ids.toString(16).padStart(12, '0')}`;
  }

  get caseState(): CaseState {
    return this.stage.stateOf(this.kase) as CaseState;
  }

  sittingState(ref: RecordRef): SittingState {
    return this.stage.stateOf(ref) as SittingState;
  }

  newSitting(): RecordRef {
    return { municipality: this.stage.rules.municipality, kind: 'sitting', id: this.newId() };
  }

  /** The date of the `day`-th open day of the journey. */
  dateOf(day: number): string {
    return this.stage.calendar.addOpenDays(this.stage.firstDay, day);
  }

  get today(): string {
    return this.dateOf(this.#day);
  }

  get todayNumber(): number {
    return this.#day;
  }

  /** Goes on to the morning of the `day`-th open day. */
  async goTo(day: number): Promise<void> {
    this.#day = day;
    await this.stage.passTo(this.stage.calendar.opensAtMs(this.dateOf(day)) + 60_000);
  }

  /** Goes on to the first open day on or after that date. */
  async goToDate(date: string): Promise<void> {
    const day = this.stage.calendar.openDaysBetween(this.stage.firstDay, this.stage.calendar.nextOpen(date));
    await this.goTo(day);
  }

  /** @throws when it is refused: in the journey every step is legal, save those tried with {@link tryOut}. */
  async say(ref: RecordRef, command: JourneyCommand, actor: Actor): Promise<void> {
    const verdict = await this.tryOut(ref, command, actor);
    if (verdict.kind !== 'changes') throw new Error(`${command.type} was ${JSON.stringify(verdict)}`);
  }

  async tryOut(ref: RecordRef, command: JourneyCommand, actor: Actor): ReturnType<JourneyStage['order']> {
    return this.stage.order(ref, command, actor);
  }
}

/** Somebody of an agency; in the town's own section one person holds several posts (R85). */
export const staffOf = (agency: string): Actor => ({
  kind: 'person',
  membershipId: `${agency}-staff`,
  agency,
  posts: ['staff'],
});
export const coordinator: Actor = {
  kind: 'person',
  membershipId: 'midori',
  agency: 'hokenfukushi',
  posts: ['staff', 'coordinator'],
};
export const manager: Actor = {
  kind: 'person',
  membershipId: 'takashi',
  agency: 'hokenfukushi',
  posts: ['manager', 'head'],
};
