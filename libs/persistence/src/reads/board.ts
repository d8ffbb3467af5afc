import { dateOfMs } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';
import {
  selfMovingKinds,
  type HolderPost,
  type LadderStepName,
  type ObligationKind,
  type SittingStage,
  type Stage,
  type StallCause,
  type TrackState,
} from '#libs/domain';
import type { Statement, Transaction } from '../connection/transaction.ts';
import { cursorOf, limitOf, pagedList, pageOf, type Page, type PageRequest } from './cursor.ts';
import { withOrdinals } from './ordinals.ts';

export interface BoardRequest extends PageRequest {
  /** Epoch ms: from `stallFrom` on a record counts as stalled. A following page gives the same instant. */
  readonly nowMs: number;
  /** Only records in which this agency takes part. */
  readonly agency?: string | undefined;
  /** Only what is stalled or urgent. */
  readonly stalledOnly?: boolean | undefined;
}

export interface BoardLine {
  readonly recordId: string;
  readonly kind: RecordKind;
  readonly number: string;
  readonly stage: Stage | SittingStage;
  readonly track: TrackState | null;
  readonly urgent: boolean;
  readonly leadAgency: string | null;
  readonly personInCharge: string | null;
  readonly openedOn: string;
  readonly cause: StallCause | null;
  readonly stallKey: string | null;
  /** The day the cause began. */
  readonly since: string | null;
  readonly dueOn: string | null;
  readonly holderAgency: string | null;
  readonly holderPost: HolderPost | null;
  readonly stalled: boolean;
  /** It moves, but something that somebody owes beside it is overdue. */
  readonly late: boolean;
  /** What is asked of the holder, and its next ladder step: what it stands still for, else what is overdue, else what comes first. */
  readonly obligationKind: ObligationKind | null;
  readonly nextStep: LadderStepName | null;
  readonly nextStepOn: string | null;
  /** Body of a sitting, for its name. */
  readonly body: string | null;
  /** … and when it is. */
  readonly heldOn: string | null;
}

interface RankedLine extends BoardLine {
  readonly rank: number;
  readonly sortSince: string;
}

// 急ぐ first, then nobody in charge, then what does not move, then what is late in something, then the longest. Of each of these twelve
// groups an index of what is open gives the lines: of what stands still or is late those whose moment has come, of what moves the first
// ones in their order. Groups are read one after the other (an incremental sort over a sorted outer side) until the page is full. What
// else a line shows is looked up for the lines of the page alone. `offset 0`: chosen by the moment first, and sorted then.
const inGroup = `b.municipality_id = $1 and b.is_open and b.urgent = g.urgent and b.is_vacant = g.vacant
          and (b.sort_since, b.record_id) > (case when g.rank = $5 then $6::date else '-infinity' end,
            case when g.rank = $5 then $7::uuid else '00000000-0000-0000-0000-000000000000' end)
          and ($3::text is null or exists (
            select from record r where r.municipality_id = b.municipality_id and r.id = b.record_id and $3 = any(r.agencies)))`;
const now = 'to_timestamp($2::float8 / 1000)';
const lines: Statement = {
  name: 'board',
  text: `
    with line as materialized (
      select b.record_id, g.rank, b.sort_since, g.standing
      from (select (case when u.urgent then 0 else 6 end) + (case when v.vacant then 0 else 3 end) + s.standing as rank, u.urgent, v.vacant, s.standing
        from (values (true), (false)) u (urgent), (values (true), (false)) v (vacant), (values (0), (1), (2)) s (standing)
        where not $4::boolean or s.standing = 0 or u.urgent order by 1) g
      cross join lateral (
        (select * from (select b.record_id, b.sort_since from board_row b
          where g.standing = 0 and b.stall_from <= ${now} and ${inGroup} offset 0) stalled
          order by sort_since, record_id limit $8)
        union all
        (select * from (select b.record_id, b.sort_since from board_row b
          where g.standing = 1 and b.late_from <= ${now} and (b.stall_from <= ${now}) is not true and ${inGroup} offset 0) late
          order by sort_since, record_id limit $8)
        union all
        (select b.record_id, b.sort_since from board_row b
          where g.standing = 2 and (b.stall_from <= ${now}) is not true and (b.late_from <= ${now}) is not true and ${inGroup}
          order by b.sort_since, b.record_id limit $8)) b
      where g.rank >= coalesce($5::int, 0)
      order by g.rank, b.sort_since, b.record_id limit $8)
    select l.record_id as "recordId", b.kind, b.number, b.stage, b.track, b.urgent, b.lead_agency as "leadAgency", b.person_in_charge as "personInCharge",
      b.opened_on::text as "openedOn", b.stall_cause as cause, b.stall_key as "stallKey", b.stall_since::text as since, coalesce(o.due_on, b.due_on)::text as "dueOn",
      o.agency as "holderAgency", o.post as "holderPost", l.standing = 0 as stalled, l.standing = 1 as late,
      o.kind as "obligationKind", o.next_step as "nextStep", o.next_step_on::text as "nextStepOn", s.body, s.held_on::text as "heldOn", l.rank, l.sort_since::text as "sortSince"
    from line l
    join board_row b on b.municipality_id = $1 and b.record_id = l.record_id
    left join lateral (select o.* from obligation o
      where o.municipality_id = $1 and o.record_id = l.record_id
        and (o.key = b.stall_key or (o.kind <> all($9::text[]) and o.next_step is distinct from 'start'))
      order by l.standing = 1 and o.due_at <= ${now} desc, o.key is not distinct from b.stall_key desc, o.due_on, o.key limit 1) o on true
    left join sitting s on s.municipality_id = $1 and s.record_id = l.record_id
    order by l.rank, l.sort_since, l.record_id`,
};

/** The board of what is open: what does not move, why, since when, who can move it. @throws CursorError */
export async function board(tx: Transaction, request: BoardRequest): Promise<Page<BoardLine>> {
  const limit = limitOf(request);
  const list = pagedList(tx, 'board');
  const [rank, since, id] = cursorOf(list, request, ['rank', 'date', 'uuid']) ?? [];
  const rows = await tx.rows<RankedLine>(lines, [
    tx.municipality,
    request.nowMs,
    request.agency ?? null,
    request.stalledOnly ?? false,
    rank ?? null,
    since ?? null,
    id ?? null,
    limit + 1,
    selfMovingKinds,
  ]);
  const lined = await withOrdinals(tx, rows, dateOfMs(request.nowMs));
  return pageOf(list, lined, limit, (row) => [row.rank, row.sortSince, row.recordId]);
}

export interface BoardCounts {
  readonly open: number;
  readonly stalled: number;
  readonly urgent: number;
  readonly vacant: number;
}

const counts: Statement = {
  name: 'board-counts',
  text: `
    select count(*)::int as open, (count(*) filter (where b.stall_from <= to_timestamp($2::float8 / 1000)))::int as stalled,
      (count(*) filter (where b.urgent))::int as urgent, (count(*) filter (where b.is_vacant))::int as vacant
    from board_row b
    where b.municipality_id = $1 and b.is_open and ($3::text is null or exists (
      select from record r where r.municipality_id = b.municipality_id and r.id = b.record_id and $3 = any(r.agencies)))`,
};

/** How many are open, stalled at `nowMs`, urgent, without a 担当者. */
export async function boardCounts(
  tx: Transaction,
  { nowMs, agency }: Pick<BoardRequest, 'nowMs' | 'agency'>,
): Promise<BoardCounts> {
  const row = await tx.first<BoardCounts>(counts, [tx.municipality, nowMs, agency ?? null]);
  return row ?? { open: 0, stalled: 0, urgent: 0, vacant: 0 };
}

/** For a look at their plans. */
export const boardStatements = { lines, counts };
