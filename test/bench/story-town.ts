import { addDays, dateOfMs, msOfDate } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import type { Actor, AnyCaseCommand, AnySittingCommand, CaseState } from '#libs/domain';
import { caseOf, drivenClock, inMunicipality, membersOf, type DrivenClock, type GivenText } from '#libs/persistence';
import { calendarOf, profileOf } from '#libs/profiles';
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { openApiParts, type ApiParts } from '../../apps/api/src/api-parts.ts';
import type { ApiConfig } from '../../apps/api/src/config.ts';
import { InProcessProcedures } from '../../apps/api/src/testing/in-process-procedures.ts';

type Command = AnyCaseCommand | AnySittingCommand;
/** Makes a command; `write` keeps a text of that slot and gives its id. */
export type Saying = (write: (slot: string) => string) => Command;

const municipality = 'higashiagatsuma';
/** As long as a short entry of a 支援経過記録. */
const written =
  '訪問。玄関先で十五分ほど話す。顔色はよく、食事は一日二回とれている。長男は奥の部屋にいる様子。次回は通院の付き添いについて相談する。';

/** The town of a running database at work on a clock of its own: people by the executor, and the real procedures, which do what follows. */
export class StoryTown {
  readonly #parts: ApiParts;
  readonly #clock: DrivenClock;
  readonly #procedures: InProcessProcedures;
  readonly #people: ReadonlyMap<string, Actor & { readonly kind: 'person' }>;

  private constructor(parts: ApiParts, clock: DrivenClock, people: StoryTown['people']) {
    this.#parts = parts;
    this.#clock = clock;
    this.#procedures = new InProcessProcedures({ parts, clock });
    this.#people = people;
  }

  /** @param startMs the instant the clock begins at */
  static async open(
    config: Pick<ApiConfig, 'databaseUrl' | 'rolePasswords' | 'masterKey'>,
    startMs: number,
  ): Promise<StoryTown> {
    const clock = drivenClock(startMs);
    const parts = await openApiParts({ ...config, clock, demo: true, host: '', port: 0, publicUrl: '' });
    const members = await inMunicipality(parts.app, { municipality }, membersOf);
    const people = members.map(
      ({ membershipId, agency, posts }) => [agency, { kind: 'person', membershipId, agency, posts }] as const,
    );
    return new StoryTown(parts, clock, new Map(people));
  }

  get people(): ReadonlyMap<string, Actor & { readonly kind: 'person' }> {
    return this.#people;
  }

  get today(): string {
    return dateOfMs(this.#clock.nowMs(0));
  }

  get #calendar(): ReturnType<typeof calendarOf> {
    return calendarOf(profileOf(municipality, { demo: true }), this.today);
  }

  /** The day so many 開庁日 from now. */
  ahead(openDays: number): string {
    return this.#calendar.addOpenDays(this.today, openDays);
  }

  /** Goes on to 14:00 of the first 開庁日 from then on; the clock and the procedures take what falls due on the way. */
  async passTo(on: string): Promise<void> {
    await this.#procedures.passTo(msOfDate(this.#calendar.nextOpen(on), '14:00'));
  }

  async passDays(days: number): Promise<void> {
    await this.passTo(addDays(this.today, days));
  }

  newRef(kind: RecordRef['kind']): RecordRef {
    return { municipality, kind, id: v7() };
  }

  /** Gives a command for one of that agency (for the town's own office: coordinator and manager), and lets follow what follows. @throws when it is not done */
  async say(ref: RecordRef, agency: string, saying: Saying): Promise<void> {
    const person = this.#people.get(agency);
    if (!person) throw new Error(`nobody works for ${agency}`);
    const office = agency === 'hokenfukushi' ? (['staff', 'coordinator', 'manager'] as const) : person.posts;
    await this.sayAs(ref, { ...person, posts: office }, saying);
  }

  async sayAs(ref: RecordRef, actor: Actor, saying: Saying): Promise<void> {
    const texts: GivenText[] = [];
    const command = saying((slot) => {
      const text = { id: v7(), slot, content: written };
      texts.push(text);
      return text.id;
    });
    const answer = await this.#parts.executor.execute({ ref, actor, command, commandId: randomUUID(), texts });
    if (answer.kind !== 'done')
      throw new Error(`${command.type} on ${this.today} was not done: ${JSON.stringify(answer)}`);
    await this.#procedures.follow();
  }

  /** @throws when the case is not there */
  async stateOf({ id }: RecordRef): Promise<CaseState> {
    const record = await inMunicipality(this.#parts.app, { municipality }, async (tx) => caseOf(tx, id));
    if (!record) throw new Error(`there is no case ${id}`);
    return record.state;
  }

  async close(): Promise<void> {
    await this.#parts.close();
  }
}
