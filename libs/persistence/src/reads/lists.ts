import { dateOfMs, type IsoDate } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';
import {
  selfMovingKinds,
  type HolderPost,
  type LadderStepName,
  type MeetingKind,
  type ObligationKind,
  type SittingStage,
  type Stage,
  type TrackState,
} from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { cursorOf, limitOf, pagedList, pageOf, type Page, type PageRequest } from './cursor.ts';
import { ordinalIn, ordinalsIn, withOrdinals } from './ordinals.ts';

/** Which records are listed. */
export interface ListRequest extends PageRequest {
  /** Only records in which this agency takes part; all of the municipality when not given. */
  readonly agency?: string | undefined;
  /** Only those that are open (`true`) or ended (`false`); both when not given. */
  readonly open?: boolean | undefined;
}

export interface CaseListRow {
  readonly recordId: string;
  readonly number: string;
  readonly stage: Stage;
  readonly round: number;
  readonly track: TrackState;
  readonly urgent: boolean;
  readonly openedOn: string;
  readonly leadAgency: string;
  readonly personInChargeAgency: string;
  readonly personInCharge: string | null;
  readonly intakeVersion: string;
  readonly isOpen: boolean;
}

const cases: Statement = {
  name: 'list-cases',
  text: `
    select c.record_id as "recordId", c.number, c.stage, c.round, c.track, c.urgent, c.opened_on::text as "openedOn", c.lead_agency as "leadAgency",
      c.person_in_charge_agency as "personInChargeAgency", c.person_in_charge as "personInCharge", c.intake_version as "intakeVersion", c.is_open as "isOpen"
    from support_case c join record r on r.municipality_id = c.municipality_id and r.id = c.record_id
    where c.municipality_id = $1 and ($2::uuid is null or c.record_id < $2) and ($3::text is null or $3 = any(r.agencies)) and ($4::boolean is null or c.is_open = $4)
    order by c.record_id desc limit $5`,
};

/** Cases, newest first (ids are in order of time). @throws CursorError */
export async function listCases(tx: Transaction, request: ListRequest = {}): Promise<Page<CaseListRow>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'cases');
  const [before] = cursorOf(list, request, ['uuid']) ?? [];
  const rows = await tx.rows<CaseListRow>(cases, [
    tx.municipality,
    before ?? null,
    request.agency ?? null,
    request.open ?? null,
    limit + 1,
  ]);
  return pageOf(list, rows, limit, ({ recordId }) => [recordId]);
}

export interface SittingListRow {
  readonly recordId: string;
  readonly body: string;
  readonly kind: MeetingKind;
  readonly ordinal: number;
  readonly stage: SittingStage;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly replyDueOn: string | null;
  readonly isOpen: boolean;
  readonly items: number;
  readonly invited: number;
  readonly replied: number;
}

const sittings: Statement = {
  name: 'list-sittings',
  text: `
    select s.record_id as "recordId", s.body, s.kind, s.stage, s.held_on::text as "heldOn", s.starts_at as "startsAt", s.ends_at as "endsAt",
      s.reply_due_on::text as "replyDueOn", s.is_open as "isOpen",
      (select count(*) from agenda_item i where i.municipality_id = s.municipality_id and i.record_id = s.record_id)::int as items,
      (select count(*) from invitation i where i.municipality_id = s.municipality_id and i.record_id = s.record_id)::int as invited,
      (select count(*) from invitation i where i.municipality_id = s.municipality_id and i.record_id = s.record_id and i.reply is not null)::int as replied
    from sitting s join record r on r.municipality_id = s.municipality_id and r.id = s.record_id
    where s.municipality_id = $1 and ($2::date is null or (s.held_on, s.record_id) < ($2, $3::uuid)) and ($4::text is null or $4 = any(r.agencies))
      and ($5::boolean is null or s.is_open = $5)
    order by s.held_on desc, s.record_id desc limit $6`,
};

/** Sittings, latest date first, with their 第n回 of that day. @throws CursorError */
export async function listSittings(
  tx: Transaction,
  request: ListRequest & { readonly today: IsoDate },
): Promise<Page<SittingListRow>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'sittings');
  const [heldOn, id] = cursorOf(list, request, ['date', 'uuid']) ?? [];
  const rows = await tx.rows<Omit<SittingListRow, 'ordinal'>>(sittings, [
    tx.municipality,
    heldOn ?? null,
    id ?? null,
    request.agency ?? null,
    request.open ?? null,
    limit + 1,
  ]);
  const ordinals = await ordinalsIn(tx, rows, request.today);
  const lined = rows.map((row) => ({ ...row, ordinal: ordinalIn(ordinals, row.recordId) }));
  return pageOf(list, lined, limit, (row) => [row.heldOn, row.recordId]);
}

/** For whom the work list is: the posts decide which obligations of the agency are theirs. */
export interface WorkRequest extends PageRequest {
  readonly membershipId: string;
  readonly agency: string;
  readonly posts: readonly string[];
  /** Epoch ms: what is due before is overdue. */
  readonly nowMs: number;
}

export interface WorkRow {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly number: string;
  readonly stage: Stage | SittingStage;
  readonly urgent: boolean;
  readonly key: string;
  readonly obligationKind: ObligationKind;
  readonly agency: string;
  readonly post: HolderPost;
  readonly membershipId: string | null;
  readonly blocking: boolean;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly dueAtMs: number;
  readonly overdue: boolean;
  readonly nextStep: LadderStepName | null;
  readonly nextStepOn: string | null;
  readonly about: string | null;
  /** Body of a sitting, for its name. */
  readonly body: string | null;
  /** … and when it is. */
  readonly heldOn: string | null;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** Whom to ring up, of a phone task. */
  readonly call: {
    readonly id: string;
    readonly agency: string;
    readonly kind: string;
    readonly to: string;
    readonly owed: string | null;
  } | null;
}

const work: Statement = {
  name: 'my-work',
  text: `
    select o.record_id as "recordId", b.kind, b.number, b.stage, b.urgent, o.key, o.kind as "obligationKind", o.agency, o.post, o.membership_id as "membershipId", o.blocking,
      o.asked_on::text as "askedOn", o.due_on::text as "dueOn", (extract(epoch from o.due_at) * 1000)::float8 as "dueAtMs",
      o.due_at <= to_timestamp($5::float8 / 1000) as overdue, o.next_step as "nextStep", o.next_step_on::text as "nextStepOn", o.about, s.body,
      s.held_on::text as "heldOn", s.starts_at as "startsAt", s.ends_at as "endsAt",
      case o.kind
        when 'phone-message' then (select c from record r, jsonb_array_elements(r.state -> 'calls') c
          where r.municipality_id = o.municipality_id and r.id = o.record_id and c ->> 'id' = o.about limit 1)
        when 'phone-task' then (select jsonb_build_object('id', i.id, 'agency', i.agency, 'to', 'head', 'owed', 'reply',
            'kind', case when s.sequence > 0 then 'invitation-moved' else 'invitation' end) from invitation i
          where i.municipality_id = o.municipality_id and i.record_id = o.record_id and i.id::text = o.about)
      end as call
    from obligation o
    join board_row b on b.municipality_id = o.municipality_id and b.record_id = o.record_id
    left join sitting s on s.municipality_id = o.municipality_id and s.record_id = o.record_id
    where o.municipality_id = $1 and o.agency = $2
      -- What settles itself, or only waits for the day on which it begins, is nobody's task.
      and o.kind <> all($10::text[]) and o.next_step is distinct from 'start'
      and case o.post
        when 'staff' then true
        when 'personInCharge' then o.membership_id = $3::uuid or (o.membership_id is null and 'head' = any($4::text[]))
        when 'manager' then $4::text[] && array['manager', 'deputy']
        else o.post = any($4::text[]) end
      and ($6::date is null or (o.due_on, o.record_id, o.key) > ($6, $7::uuid, $8::text))
    order by o.due_on, o.record_id, o.key limit $9`,
};

/**
 * What somebody owes, earliest date first: what anybody of the agency may do, what they are in charge of, what their posts are asked.
 * The head also gets what belongs to a 担当者 who is not there (design.md 5); a deputy stands for the manager. @throws CursorError
 */
export async function myWork(tx: Transaction, request: WorkRequest): Promise<Page<WorkRow>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'my-work');
  const [dueOn, recordId, key] = cursorOf(list, request, ['date', 'uuid', 'text']) ?? [];
  const { membershipId, agency, posts, nowMs } = request;
  const rows = await tx.rows<WorkRow>(work, [
    tx.municipality,
    agency,
    membershipId,
    posts,
    nowMs,
    dueOn ?? null,
    recordId ?? null,
    key ?? null,
    limit + 1,
    selfMovingKinds,
  ]);
  const lined = await withOrdinals(tx, rows, dateOfMs(nowMs));
  return pageOf(list, lined, limit, (row) => [row.dueOn, row.recordId, row.key]);
}
