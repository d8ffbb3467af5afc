import { ApplicationFailure } from '@temporalio/activity';
import { v7 as uuidv7 } from 'uuid';
import {
  workflowIdOf,
  type Alarm,
  type RecordActivities,
  type RecordRef,
  type SentStanding,
  type SystemCommandAnswer,
} from '#libs/contracts';
import type { Answer, RecordExecutor } from '#libs/persistence';
import { kindOfError } from '#libs/temporal';

export interface ActivityParts {
  readonly executor: Pick<RecordExecutor, 'execute'>;
  /** Where a record stands at this moment; nothing when there is no such record. */
  readonly standingOf: (ref: RecordRef) => Promise<SentStanding | undefined>;
  readonly raiseAlarm: (ref: RecordRef, alarm: Alarm) => Promise<void>;
  /** A command turned out to be needless: what was raised about it is settled. */
  readonly settleAlarm: (ref: RecordRef, commandType: string) => Promise<void>;
  /** Told what went wrong and where in the code: neither may hold anything about people. */
  readonly onFailure: (fields: { readonly error: string; readonly frames: readonly string[] }) => void;
}

/**
 * What the workflows of records may do. Thin: the executor decides, and a command that comes twice is answered twice and done once.
 * @throws (from each) whatever keeps the database from answering: tried again by Temporal; a record that is not there is final
 */
export function createRecordActivities({
  executor,
  standingOf,
  raiseAlarm,
  settleAlarm,
  onFailure,
}: ActivityParts): RecordActivities {
  /** What Temporal keeps of a failure is its kind: a message of others may quote what stands in the database. */
  const tellingLittle = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      if (error instanceof ApplicationFailure) throw error;
      const kind = kindOfError(error);
      onFailure({ error: kind, frames: framesOf(error) });
      throw ApplicationFailure.create({ message: 'the record did not answer', type: kind });
    }
  };
  const there = async (ref: RecordRef): Promise<SentStanding> => {
    const standing = await tellingLittle(async () => standingOf(ref));
    if (!standing) throw ApplicationFailure.nonRetryable(`no record ${workflowIdOf(ref)}`, 'RecordMissing');
    return standing;
  };
  return {
    async command(ref, command, commandId): Promise<SystemCommandAnswer<SentStanding>> {
      const answer = await tellingLittle(async () =>
        executor.execute({ ref, command, commandId, actor: { kind: 'workflow' } }),
      );
      if (answer.kind === 'done') return { standing: answer.standing };
      const refused = codeOf(answer);
      if (refused === 'already-so') await tellingLittle(async () => settleAlarm(ref, command.type));
      return { standing: await there(ref), refused };
    },
    async enforce(ref): Promise<SentStanding> {
      const commandId = `${workflowIdOf(ref)}/enforce/${uuidv7()}`;
      const answer = await tellingLittle(async () =>
        executor.execute({ ref, command: { type: 'enforce' }, commandId, actor: { kind: 'clock' } }),
      );
      if (answer.kind === 'done') return answer.standing;
      // whether something is due is never refused: the record itself is the question
      await there(ref);
      throw ApplicationFailure.create({ message: `enforce was refused: ${codeOf(answer)}`, type: 'EnforceRefused' });
    },
    async look(ref): Promise<SentStanding> {
      return there(ref);
    },
    async raise(ref, alarm): Promise<void> {
      await tellingLittle(async () => raiseAlarm(ref, alarm));
    },
  };
}

/** Where it happened: the lines of the stack that name code, without the message. */
const framesOf = (error: unknown): readonly string[] =>
  error instanceof Error ? (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line)) : [];

function codeOf(answer: Exclude<Answer, { kind: 'done' }>): string {
  switch (answer.kind) {
    case 'refused':
      return answer.refusal.code;
    case 'stale':
      return 'part.stale';
    case 'forbidden':
      return answer.code;
  }
}
