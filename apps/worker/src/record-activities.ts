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

export interface ActivityParts {
  readonly executor: Pick<RecordExecutor, 'execute'>;
  /** Where a record stands at this moment; nothing when there is no such record. */
  readonly standingOf: (ref: RecordRef) => Promise<Standing | undefined>;
}

/**
 * What the workflows of records may do. Thin: the executor decides, and a command that comes twice is answered twice and done once.
 * @throws (from each) whatever keeps the database from answering: tried again by Temporal; a record that is not there is final
 */
export function createRecordActivities({ executor, standingOf }: ActivityParts): RecordActivities {
  const there = async (ref: RecordRef): Promise<Standing> => {
    const standing = await standingOf(ref);
    if (!standing) throw ApplicationFailure.nonRetryable(`no record ${workflowIdOf(ref)}`, 'RecordMissing');
    return standing;
  };
  return {
    async command(ref, command, commandId): Promise<SystemCommandAnswer> {
      const answer = await executor.execute({ ref, command, commandId, actor: { kind: 'workflow' } });
      return answer.kind === 'done'
        ? { standing: answer.standing }
        : { standing: await there(ref), refused: codeOf(answer) };
    },
    async enforce(ref): Promise<Standing> {
      const commandId = `${workflowIdOf(ref)}/enforce/${uuidv7()}`;
      const answer = await executor.execute({ ref, command: { type: 'enforce' }, commandId, actor: { kind: 'clock' } });
      if (answer.kind === 'done') return answer.standing;
      // whether something is due is never refused: the record itself is the question
      await there(ref);
      throw ApplicationFailure.create({ message: `enforce was refused: ${codeOf(answer)}`, type: 'EnforceRefused' });
    },
  };
}

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
