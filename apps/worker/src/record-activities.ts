import { ApplicationFailure } from '@temporalio/activity';
import { v7 as uuidv7 } from 'uuid';
import {
  workflowIdOf,
  type RecordActivities,
  type RecordRef,
  type Standing,
  type SystemCommandAnswer,
} from '#libs/contracts';
import type { Answer, RecordExecutor } from '#libs/persistence';
import { kindOfError } from '#libs/temporal';

export interface ActivityParts {
  readonly executor: Pick<RecordExecutor, 'execute'>;
  /** Where a record stands at this moment; nothing when there is no such record. */
  readonly standingOf: (ref: RecordRef) => Promise<Standing | undefined>;
  /** Told what went wrong and where in the code: neither may hold anything about people. */
  readonly onFailure: (fields: { readonly error: string; readonly frames: readonly string[] }) => void;
}

/**
 * What the workflows of records may do. Thin: the executor decides, and a command that comes twice is answered twice and done once.
 * @throws (from each) whatever keeps the database from answering: tried again by Temporal; a record that is not there is final
 */
export function createRecordActivities({ executor, standingOf, onFailure }: ActivityParts): RecordActivities {
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
  const there = async (ref: RecordRef): Promise<Standing> => {
    const standing = await tellingLittle(async () => standingOf(ref));
    if (!standing) throw ApplicationFailure.nonRetryable(`no record ${workflowIdOf(ref)}`, 'RecordMissing');
    return standing;
  };
  return {
    async command(ref, command, commandId): Promise<SystemCommandAnswer> {
      const answer = await tellingLittle(async () =>
        executor.execute({ ref, command, commandId, actor: { kind: 'workflow' } }),
      );
      return answer.kind === 'done'
        ? { standing: answer.standing }
        : { standing: await there(ref), refused: codeOf(answer) };
    },
    async enforce(ref): Promise<Standing> {
      const commandId = `${workflowIdOf(ref)}/enforce/${uuidv7()}`;
      const answer = await tellingLittle(async () =>
        executor.execute({ ref, command: { type: 'enforce' }, commandId, actor: { kind: 'clock' } }),
      );
      if (answer.kind === 'done') return answer.standing;
      // whether something is due is never refused: the record itself is the question
      await there(ref);
      throw ApplicationFailure.create({ message: `enforce was refused: ${codeOf(answer)}`, type: 'EnforceRefused' });
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
