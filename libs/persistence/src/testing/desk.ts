import { randomBytes, randomUUID } from 'node:crypto';
import type { DataSource } from 'typeorm';
import { v7 as uuidv7 } from 'uuid';
import { accessPolicy } from '#libs/access';
import { msOfDate } from '#libs/calendar';
import type { RecordRef } from '#libs/contracts';
import {
  definitionOf,
  type Actor,
  type AnyCaseCommand,
  type AnySittingCommand,
  type Context,
  type Post,
} from '#libs/domain';
import { sealCursors } from '../connection/cursor-seal.ts';
import { openDataSource } from '../connection/data-source.ts';
import { inMunicipality } from '../connection/transaction.ts';
import type { Answer, Done, ExecuteOrder, GivenText } from '../executor/order.ts';
import { drivenClock, type ContextSource, type DrivenClock } from '../executor/ports.ts';
import { profileContexts } from '../executor/profile-contexts.ts';
import { RecordExecutor } from '../executor/record-executor.ts';
import { ensureMembership, ensureMunicipality } from '../people/members.ts';
import { TextCipher } from '../text/text-cipher.ts';
import { freshDatabase, type FreshDatabase } from './fresh-database.ts';

type Command = AnyCaseCommand | AnySittingCommand;

/** A town at work in a test: real database, real rules, profile and access of 東吾妻町, a clock that the test drives. */
export interface Desk {
  readonly database: FreshDatabase;
  /** The app role's connections. */
  readonly app: DataSource;
  /** The clock role's connections. */
  readonly clockRole: DataSource;
  readonly executor: RecordExecutor;
  readonly cipher: TextCipher;
  readonly clock: DrivenClock;
  readonly municipality: string;
  /** What the rules know on that day. */
  contextOn(on: string): Context;
  /** Somebody of that agency with those posts, with a membership of their own. */
  person(agency: string, ...posts: readonly Post[]): Promise<Actor & { readonly kind: 'person' }>;
  text(content: string, slot?: string): GivenText;
  give(
    ref: RecordRef,
    actor: Actor,
    command: Command,
    more?: Partial<Pick<ExecuteOrder, 'commandId' | 'expects' | 'texts'>>,
  ): Promise<Answer>;
  /** Like `give`. @throws when the answer is not `done` */
  done(
    ref: RecordRef,
    actor: Actor,
    command: Command,
    more?: Partial<Pick<ExecuteOrder, 'commandId' | 'expects' | 'texts'>>,
  ): Promise<Done>;
  newRef(kind: RecordRef['kind']): RecordRef;
  close(): Promise<void>;
}

export interface DeskSettings {
  readonly municipality?: string;
  /** Instant the clock starts at; default 2026-06-10 10:00 in Japan, an ordinary open day. */
  readonly startMs?: number;
  /** Another desk, whose database and texts are used. */
  readonly beside?: Pick<Desk, 'database' | 'cipher'>;
  /** 32 bytes, base64; by default nobody knows it. */
  readonly masterKey?: string;
  readonly poolSize?: number;
}

/** Opens a desk. Municipalities other than 東吾妻町 borrow its profile under their own code. */
export async function openDesk({
  municipality = 'higashiagatsuma',
  startMs = msOfDate('2026-06-10', '10:00'),
  beside,
  masterKey = randomBytes(32).toString('base64'),
  poolSize = 10,
}: DeskSettings = {}): Promise<Desk> {
  const database = beside?.database ?? (await freshDatabase());
  const app = await openDataSource({ databaseUrl: database.appUrl, poolSize });
  const clockRole = await openDataSource({ databaseUrl: database.clockUrl, poolSize: 2 });
  const cipher = beside?.cipher ?? new TextCipher(masterKey);
  sealCursors(app, cipher);
  const clock = drivenClock(startMs);
  const contexts = borrowing(profileContexts({ demo: true }));
  const executor = new RecordExecutor({
    dataSource: app,
    definitions: definitionOf,
    contexts,
    access: accessPolicy,
    cipher,
    clock,
  });
  const scope = { municipality };
  await inMunicipality(app, scope, async (tx) => ensureMunicipality(tx, { name: municipality, isDemo: true }));
  const give: Desk['give'] = async (ref, actor, command, more = {}) =>
    executor.execute({ ref, actor, command, commandId: randomUUID(), ...more });
  return {
    database,
    app,
    clockRole,
    executor,
    cipher,
    clock,
    municipality,
    give,
    contextOn: (on) => contexts.contextOf(municipality, msOfDate(on, '10:00'), { kind: 'clock' }),
    async person(agency, ...posts) {
      const membershipId = uuidv7();
      const member = {
        membershipId,
        accountId: uuidv7(),
        login: membershipId,
        agency,
        posts: ['staff', ...posts] as const,
        displayName: `${agency} ${posts.join(' ')}`,
        until: null,
      };
      await inMunicipality(app, scope, async (tx) => ensureMembership(tx, member));
      return { kind: 'person', membershipId, agency, posts: ['staff', ...posts] };
    },
    text: (content, slot = 'note') => ({ id: uuidv7(), slot, content }),
    async done(ref, actor, command, more) {
      const answer = await give(ref, actor, command, more);
      if (answer.kind !== 'done') throw new Error(`${command.type} was not done: ${JSON.stringify(answer)}`);
      return answer;
    },
    newRef: (kind) => ({ municipality, kind, id: uuidv7() }),
    async close() {
      await app.destroy();
      await clockRole.destroy();
      if (!beside) await database.drop();
    },
  };
}

interface BorrowedContexts extends ContextSource {
  contextOf(municipality: string, nowMs: number, actor: Actor): Context;
}

const borrowing = (source: BorrowedContexts): BorrowedContexts => ({
  contextOf(municipality, nowMs, actor) {
    const ctx = source.contextOf('higashiagatsuma', nowMs, actor);
    return { ...ctx, rules: { ...ctx.rules, municipality } };
  },
});
