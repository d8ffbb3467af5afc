import type { DataSource } from 'typeorm';
import type { IsoDate } from '#libs/calendar';
import { askedByNotice, type Notice, type NoticeKind, type ObligationKind, type SittingStage } from '#libs/domain';
import { inMunicipality, type TextReader } from '#libs/persistence';
import type { DueNotice, NoticeState } from './due-notice.ts';

interface NoticeRow {
  readonly record_id: string;
  readonly record_kind: DueNotice['recordKind'];
  readonly record_open: boolean;
  readonly key: string;
  readonly kind: NoticeKind;
  readonly recipient_agency: string;
  readonly recipient_to: Notice['recipient']['to'];
  readonly state: NoticeState;
  readonly created_at_ms: number;
  readonly now_ms: number;
  readonly attempts: number;
  readonly obligation_kind: ObligationKind | null;
  readonly has_account: boolean;
  readonly owed_kind: ObligationKind | null;
  readonly owed_on: IsoDate | null;
  readonly invitation_id: string | null;
  readonly notice_sequence: number | null;
  readonly answered: boolean | null;
  readonly earlier: readonly NoticeState[];
  readonly body: string | null;
  readonly ordinal: number;
  readonly statute: boolean;
  readonly stage: SittingStage;
  readonly held_on: IsoDate;
  readonly starts_at: string;
  readonly ends_at: string;
  readonly sequence: number;
  readonly reply_due_on: IsoDate | null;
  readonly place_text: string | null;
}

/**
 * One round trip for all that a mail may say. What is owed is looked for with the recipient's agency, since the same is owed by others
 * of the record too; word to a manager or deputy, and word that work is waiting, may be about another agency's obligation.
 */
const noticeStatement = {
  name: 'notifier-notice',
  text: `
    select n.record_id, r.kind as record_kind, r.is_open as record_open, n.key, n.kind, n.recipient_agency, n.recipient_to, n.state,
           (extract(epoch from n.created_at) * 1000)::float8 as created_at_ms, (extract(epoch from now()) * 1000)::float8 as now_ms, n.attempts,
           n.obligation_kind,
           exists (select 1 from membership m where m.municipality_id = n.municipality_id and m.agency = n.recipient_agency
                      and (m.until is null or m.until >= (now() at time zone 'Asia/Tokyo')::date)
                      and (n.recipient_to = 'desk' or n.recipient_to = any(m.posts))) as has_account,
           owed.kind as owed_kind, owed.due_on::text as owed_on,
           n.invitation_id, n.sequence as notice_sequence, i.reply is not null as answered,
           array(select e.state from notice e
                  where e.municipality_id = n.municipality_id and e.record_id = n.record_id and e.invitation_id = n.invitation_id
                    and e.sequence < n.sequence and e.kind in ('invitation', 'invitation-moved')) as earlier,
           s.body, s.ordinal, s.kind = 'supportMeeting' as statute, s.stage, s.held_on::text as held_on, s.starts_at, s.ends_at, s.sequence, s.reply_due_on::text as reply_due_on,
           r.state ->> 'placeText' as place_text
      from notice n
      join record r on r.municipality_id = n.municipality_id and r.id = n.record_id
      left join sitting s on s.municipality_id = n.municipality_id and s.record_id = n.record_id
      left join invitation i on i.municipality_id = n.municipality_id and i.record_id = n.record_id and i.id = n.invitation_id
      left join lateral (
        select o.kind, o.due_on from obligation o
         where o.municipality_id = n.municipality_id and o.record_id = n.record_id
           and o.kind = coalesce(n.obligation_kind, $3::jsonb ->> n.kind)
           and (o.agency = n.recipient_agency or n.recipient_to in ('manager', 'deputy') or n.kind = 'work-waiting')
         order by o.due_on limit 1) owed on true
     where n.municipality_id = $1 and n.id = $2`,
};

/** With the result of one word of an invitation the later words of it are due at once: they waited for nothing else. */
const resultStatement = {
  name: 'notifier-result',
  text: `
    with told as (
        update notice
           set state = $3, last_result = $4, attempts = attempts + $5, sent_at = case when $3 = 'sent' then now() else sent_at end
         where municipality_id = $1 and id = $2 and state = 'queued'
        returning record_id, invitation_id, sequence),
      freed as (
        update outbox o set seq = nextval('outbox_seq'), try_at = now()
          from told join notice n on n.municipality_id = $1 and n.record_id = told.record_id and n.invitation_id = told.invitation_id
           and n.sequence > told.sequence and n.state = 'queued'
         where $3 <> 'queued' and o.topic = 'notice' and o.municipality_id = $1 and o.key = n.id::text
        returning 1)
    select pg_notify('outbox', 'notice') from freed limit 1`,
};

/** What came of one look at a notice. `code` is the mail server's or our own word, never a sentence. */
export interface NoticeResult {
  readonly state: NoticeState;
  readonly code: string;
  /** Whether a mail server was asked. */
  readonly tried: boolean;
}

/** The rows of notices, as the role that works for one municipality at a time. */
export class NoticeRows {
  constructor(
    private readonly dataSource: DataSource,
    private readonly texts: TextReader,
  ) {}

  /** Nothing when there is no such notice (disposed of with its record). */
  async find(municipality: string, id: string): Promise<DueNotice | undefined> {
    return inMunicipality(this.dataSource, { municipality, actor: 'notifier' }, async (tx) => {
      const row = await tx.first<NoticeRow>(noticeStatement, [municipality, id, JSON.stringify(askedByNotice)]);
      if (!row) return undefined;
      const place =
        row.body !== null && row.place_text !== null
          ? await this.texts.read(tx, row.record_id, [row.place_text])
          : undefined;
      return dueNotice(municipality, id, row, place?.get(row.place_text ?? '') ?? '');
    });
  }

  /** Writes attempt and result; a notice that is no longer queued keeps what it has. */
  async record(municipality: string, id: string, { state, code, tried }: NoticeResult): Promise<void> {
    await inMunicipality(this.dataSource, { municipality, actor: 'notifier' }, async (tx) => {
      await tx.rows(resultStatement, [municipality, id, state, code, tried ? 1 : 0]);
    });
  }
}

function dueNotice(municipality: string, id: string, row: NoticeRow, place: string): DueNotice {
  return {
    municipality,
    id,
    recordId: row.record_id,
    recordKind: row.record_kind,
    recordOpen: row.record_open,
    key: row.key,
    kind: row.kind,
    recipient: { agency: row.recipient_agency, to: row.recipient_to },
    state: row.state,
    createdAtMs: row.created_at_ms,
    nowMs: row.now_ms,
    attempts: row.attempts,
    asks: row.obligation_kind,
    hasAccount: row.has_account,
    owed: row.owed_kind !== null && row.owed_on !== null ? { kind: row.owed_kind, dueOn: row.owed_on } : null,
    invitation:
      row.invitation_id === null
        ? null
        : {
            id: row.invitation_id,
            sequence: row.notice_sequence ?? row.sequence,
            answered: row.answered === true,
            earlier: row.earlier,
          },
    sitting:
      row.body === null
        ? null
        : {
            body: row.body,
            ordinal: row.ordinal,
            statute: row.statute,
            stage: row.stage,
            heldOn: row.held_on,
            startsAt: row.starts_at,
            endsAt: row.ends_at,
            sequence: row.sequence,
            replyDueOn: row.reply_due_on,
            place,
          },
  };
}
