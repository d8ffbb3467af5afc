import { dateOfMs } from '#libs/calendar';
import { composeMail, type Mail, type Mailer } from '#libs/notification';
import { NotYet, type OutboxHandler } from '#libs/outbox';
import type { Directory } from './directory.ts';
import type { DueNotice } from './due-notice.ts';
import { insist } from './insist.ts';
import { letterOfNotice } from './letter-of-notice.ts';
import type { MailServerWords } from './mail-server-words.ts';
import type { NoticeResult, NoticeRows } from './notice-rows.ts';
import { stillWanted } from './still-wanted.ts';

/** The topic of notices; its key is the notice's id, or a path that ends with it. */
export const noticeTopic = 'notice';

export interface DeliverySettings {
  readonly rows: NoticeRows;
  readonly directory: Directory;
  readonly mailer: Mailer;
  readonly words: MailServerWords;
  readonly replyToken: (municipality: string, invitationId: string) => string;
  /** Says to the record that a word did not arrive; saying it twice says it once. */
  readonly reportUndelivered: (notice: DueNotice) => Promise<void>;
  readonly publicUrl: string;
}

/** Not now: leaves the notice to the outbox's backoff. `code` is all that is told of it. */
class DeliveryPutOff extends Error {
  constructor(readonly code: string) {
    super(`put off: ${code}`);
    this.name = 'DeliveryPutOff';
  }
}

/**
 * Delivers one notice: looks whether it is still wanted, sends one mail to one recipient, writes attempt and result. At least once: after
 * a crash between the mail server's word and our row the mail goes out again with the same Message-ID (docs/decisions/0004-outbox.md).
 */
export const deliverNotice =
  (settings: DeliverySettings): OutboxHandler =>
  async ({ municipality, key }) => {
    const id = key.slice(key.lastIndexOf('/') + 1);
    const notice = await settings.rows.find(municipality, id);
    if (notice?.state !== 'queued') return;
    const decided = decide(notice, settings);
    const result = 'state' in decided ? decided : await sent(decided, notice, settings);
    // First the record is told, so that a crash in between asks once more and loses nothing.
    if (result.state === 'phone') await insist(async () => settings.reportUndelivered(notice));
    await insist(async () => settings.rows.record(municipality, id, result));
    if (result.state === 'queued') throw new DeliveryPutOff(result.code);
  };

/** The mail to send, or what becomes of the notice without one. */
function decide(notice: DueNotice, { directory, publicUrl, replyToken }: DeliverySettings): Mail | NoticeResult {
  const { municipality, recipient, sitting } = notice;
  const wanted = stillWanted(notice);
  if (wanted === 'later') throw new NotYet();
  if (wanted === 'drop') return { state: 'superseded', code: 'not-wanted', tried: false };
  const today = dateOfMs(notice.nowMs);
  const to = directory.mailboxOf(municipality, recipient.agency, recipient.to, today);
  if (!to) return { state: 'phone', code: 'no-mailbox', tried: false };
  const office = directory.officeOf(municipality, today);
  if (!office) return { state: 'phone', code: 'no-office-mailbox', tried: false };
  const letter = letterOfNotice(notice, {
    to,
    addressedAs: directory.addressOf(municipality, recipient.agency, today),
    office,
    publicUrl,
    bodyName: sitting ? directory.bodyNameOf(municipality, sitting.body, today) : '',
    replyToken: (invitationId) => replyToken(municipality, invitationId),
  });
  return composeMail(letter, 'ja');
}

/** Longer than this nobody waits for the mail server to be mended: somebody calls, whatever the reason was. */
const heldAtMostMs = 48 * 3_600_000;

async function sent(mail: Mail, notice: DueNotice, { mailer, words }: DeliverySettings): Promise<NoticeResult> {
  const result = await mailer.send(mail);
  const { code } = result;
  switch (words.heard({ id: notice.id, to: mail.to.email, attempts: notice.attempts }, result)) {
    case 'out':
      return { state: 'sent', code, tried: true };
    case 'unreachable':
      return { state: 'phone', code, tried: true };
    case 'held':
      return { state: notice.nowMs - notice.createdAtMs > heldAtMostMs ? 'phone' : 'queued', code, tried: true };
  }
}
