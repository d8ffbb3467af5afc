import type { OfficeCalendar } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import type { DrivenClock, RecordExecutor } from '#libs/persistence';
import { demoId } from './demo-ids.ts';

export interface DemoDeskSettings {
  readonly executor: RecordExecutor;
  readonly clock: DrivenClock;
  readonly calendar: OfficeCalendar;
  /** D of the demo cases: the day of the start, in Asia/Tokyo. */
  readonly baseDay: string;
}

type Command = { readonly type: string; readonly [field: string]: unknown };

/**
 * Tells the story of a case through the executor, day by day: commands by the people of the demo, and between them what the clock
 * would have done. Every step has a command id of its own, so that the same story told twice is told once.
 */
export class DemoDesk {
  readonly #settings: DemoDeskSettings;
  readonly #ref: RecordRef;
  #steps = 0;
  #nextDueAtMs: number | null = null;

  constructor(settings: DemoDeskSettings, ref: RecordRef) {
    this.#settings = settings;
    this.#ref = ref;
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
    const atMs = this.#settings.calendar.opensAtMs(this.daysBefore(days)) + minutes * 60_000;
    await this.passTo(atMs);
    this.#settings.clock.setTo(atMs);
    await this.#execute(command, actor, texts);
  }

  /** Lets the clock take every ladder step up to that instant (epoch ms). */
  async passTo(atMs: number): Promise<void> {
    while (this.#nextDueAtMs !== null && this.#nextDueAtMs <= atMs) {
      this.#settings.clock.setTo(this.#nextDueAtMs);
      await this.#execute({ type: 'enforce' }, { kind: 'clock' }, {});
    }
  }

  async #execute(command: Command, actor: Actor, texts: Readonly<Record<string, string>>): Promise<void> {
    this.#steps += 1;
    const answer = await this.#settings.executor.execute({
      ref: this.#ref,
      command,
      commandId: `demo/${this.#ref.id}/${this.#steps}`,
      actor,
      texts: Object.entries(texts).map(([slot, content]) => ({
        id: this.textId(slot),
        slot: slot.replace(/:.*$/u, ''),
        content,
      })),
    });
    if (answer.kind !== 'done') throw new Error(`the demo could not say ${command.type}: ${JSON.stringify(answer)}`);
    this.#nextDueAtMs = answer.standing.nextDueAtMs;
  }

  /** Id of a text of this story; `slot` is what kind it is, after a colon what tells it from others of its kind. */
  textId(slot: string): string {
    return demoId(`${this.#ref.id} ${slot}`);
  }
}
