import type { OfficeCalendar } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import type { DrivenClock, RecordExecutor } from '#libs/persistence';
import { demoId } from './demo-ids.ts';

export interface DemoDeskSettings {
  readonly executor: RecordExecutor;
  readonly clock: DrivenClock;
  readonly calendar: OfficeCalendar;
  /** When the clock has something to do to a record, epoch ms; `null`: nothing, or there is no such record. */
  readonly nextDueAtMs: (ref: RecordRef) => Promise<number | null>;
  /** D of the demo cases: the day of the start, in Asia/Tokyo. */
  readonly baseDay: string;
}

type Command = { readonly type: string; readonly [field: string]: unknown };

/**
 * Tells the story of a record through the executor, day by day: commands by the people of the demo, and between them what the clock
 * would have done to it and to the records beside it. Every step has a command id of its own, so that the same story told twice is told once.
 */
export class DemoDesk {
  readonly ref: RecordRef;
  readonly #settings: DemoDeskSettings;
  /** All desks of the story, this one among them. */
  readonly #desks: DemoDesk[];
  #steps = 0;
  #nextDueAtMs: number | null = null;

  constructor(settings: DemoDeskSettings, ref: RecordRef, beside: DemoDesk[] = []) {
    this.#settings = settings;
    this.ref = ref;
    this.#desks = beside;
    this.#desks.push(this);
  }

  /** Another record of the same story, under the same clock. */
  beside(ref: RecordRef): DemoDesk {
    return new DemoDesk(this.#settings, ref, this.#desks);
  }

  /** `days` 開庁日 before D, as a date. On a closed day D is the last 開庁日: the board then shows what it showed that evening. */
  daysBefore(days: number): string {
    return this.#settings.calendar.addOpenDays(this.#settings.calendar.previousOpen(this.#settings.baseDay), -days);
  }

  /**
   * One command, `days` 開庁日 before D, `minutes` after the office opened. `texts` are contents by the name that stands in the command.
   * @throws when the domain refuses: the story is wrong, and nothing half told may stay unnoticed.
   */
  async say(
    days: number,
    minutes: number,
    actor: Actor,
    command: Command,
    texts: Readonly<Record<string, string>> = {},
  ): Promise<void> {
    await this.#at(days, minutes);
    const refused = await this.#execute(command, actor, texts);
    if (refused !== undefined) throw new Error(`the demo could not say ${command.type}: ${refused}`);
    await this.#lookAround();
  }

  /** What the record's procedure would have done at that time; nothing where it sees nothing to do. */
  async follow(days: number, minutes: number, type: string): Promise<void> {
    await this.#at(days, minutes);
    const refused = await this.#execute({ type }, { kind: 'workflow' }, {});
    if (refused !== undefined && !refused.includes('already-so'))
      throw new Error(`the demo could not follow up by ${type}: ${refused}`);
    await this.#lookAround();
  }

  /** Lets the clock take every ladder step of the story up to that instant (epoch ms). */
  async passTo(atMs: number): Promise<void> {
    for (;;) {
      const [next] = this.#desks
        .filter((desk) => desk.#nextDueAtMs !== null && desk.#nextDueAtMs <= atMs)
        .toSorted((a, b) => Number(a.#nextDueAtMs) - Number(b.#nextDueAtMs));
      if (!next) break;
      this.#settings.clock.setTo(Number(next.#nextDueAtMs));
      const refused = await next.#execute({ type: 'enforce' }, { kind: 'clock' }, {});
      if (refused !== undefined) throw new Error(`the demo's clock was refused: ${refused}`);
      await next.#lookAround();
    }
    this.#settings.clock.setTo(atMs);
  }

  /** Id of a text of this story; `slot` is what kind it is, after a colon what tells it from others of its kind. */
  textId(slot: string): string {
    return demoId(`${this.ref.id} ${slot}`);
  }

  async #at(days: number, minutes: number): Promise<void> {
    await this.passTo(this.#settings.calendar.opensAtMs(this.daysBefore(days)) + minutes * 60_000);
  }

  /** A command to one record may have moved the next date of another. */
  async #lookAround(): Promise<void> {
    for (const desk of this.#desks) if (desk !== this) desk.#nextDueAtMs = await this.#settings.nextDueAtMs(desk.ref);
  }

  /** @returns why it was not done, or nothing */
  async #execute(command: Command, actor: Actor, texts: Readonly<Record<string, string>>): Promise<string | undefined> {
    this.#steps += 1;
    const answer = await this.#settings.executor.execute({
      ref: this.ref,
      command,
      commandId: `demo/${this.ref.id}/${this.#steps}`,
      actor,
      texts: Object.entries(texts).map(([slot, content]) => ({
        id: this.textId(slot),
        slot: slot.replace(/:.*$/u, ''),
        content,
      })),
    });
    if (answer.kind !== 'done') return JSON.stringify(answer);
    this.#nextDueAtMs = answer.standing.nextDueAtMs;
    return undefined;
  }
}
