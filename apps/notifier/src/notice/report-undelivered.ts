import type { CommandType } from '#libs/domain';
import type { RecordExecutor } from '#libs/persistence';
import type { DueNotice } from './due-notice.ts';

const type: CommandType = 'report-undelivered';

/** A dead channel is a command to the record, which opens a phone task (R63). Only ids and codes of the notice are said. */
export const reportUndelivered =
  (executor: Pick<RecordExecutor, 'execute'>) =>
  async ({
    municipality,
    recordKind,
    recordId,
    id,
    key,
    kind,
    recipient,
    invitation,
    asks,
  }: DueNotice): Promise<void> => {
    const answer = await executor.execute({
      ref: { municipality, kind: recordKind, id: recordId },
      actor: { kind: 'clock' },
      commandId: `undelivered/${id}`,
      command: {
        type,
        ...{ noticeKey: key, kind, agency: recipient.agency, to: recipient.to },
        ...{ invitationId: invitation?.id ?? null, owed: asks },
      },
    });
    // Refused is only what needs no call any more.
    if (answer.kind !== 'done' && answer.kind !== 'refused')
      throw new Error(`${type} was answered with ${answer.kind}`);
  };
