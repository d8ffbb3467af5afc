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

// 急ぐ first, then nobody in charge, then what does not move, then what is late in something, then the longest.
const lines: Statement = {
  name: 'board',
  text: `
    with line as (
      select b.*, f.stalled, f.late, coalesce(b.stall_since, 'infinity'::date) as sort_since,
        (case when b.urgent then 0 else 6 end) + (case when b.stall_cause = 'personInChargeVacant' then 0 else 3 end)
          + (case when f.stalled then 0 when f.late then 1 else 2 end) as rank
      from board_row b
      cross join lateral (select coalesce(b.stall_from <= to_timestamp($2::float8 / 1000), false) as stalled) n
      cross join lateral (select n.stalled, not n.stalled and exists (select 1 from obligation o
        where o.municipality_id = b.municipality_id and o.record_id = b.record_id and o.due_at <= to_timestamp($2::float8 / 1000)
          and o.kind <> all($9::text[]) and o.next_step is distinct from 'start') as late) f
      where b.municipality_id = $1 and b.is_open)
    select l.record_id as "recordId", l.kind, l.number, l.stage, l.track, l.urgent, l.lead_agency as "leadAgency", l.person_in_charge as "personInCharge",
      l.opened_on::text as "openedOn", l.stall_cause as cause, l.stall_key as "stallKey", l.stall_since::text as since, coalesce(o.due_on, l.due_on)::text as "dueOn",
      o.agency as "holderAgency", o.post as "holderPost", l.stalled, l.late,
      o.kind as "obligationKind", o.next_step as "nextStep", o.next_step_on::text as "nextStepOn", s.body, s.held_on::text as "heldOn", l.rank, l.sort_since::text as "sortSince"
    from line l
    join record r on r.municipality_id = l.municipality_id and r.id = l.record_id
    left join lateral (select o.* from obligation o
      where o.municipality_id = l.municipality_id and o.record_id = l.record_id
        and (o.key = l.stall_key or (o.kind <> all($9::text[]) and o.next_step is distinct from 'start'))
      order by l.late and o.due_at <= to_timestamp($2::float8 / 1000) desc, o.key is not distinct from l.stall_key desc, o.due_on, o.key limit 1) o on true
    left join sitting s on s.municipality_id = l.municipality_id and s.record_id = l.record_id
    where ($3::text is null or $3 = any(r.agencies)) and (not $4::boolean or l.stalled or l.urgent)
      and ($5::int is null or (l.rank, l.sort_since, l.record_id) > ($5, $6::date, $7::uuid))
    order by l.rank, l.sort_since, l.record_id limit $8`,
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
      (count(*) filter (where b.urgent))::int as urgent, (count(*) filter (where b.stall_cause = 'personInChargeVacant'))::int as vacant
    from board_row b join record r on r.municipality_id = b.municipality_id and r.id = b.record_id
    where b.municipality_id = $1 and b.is_open and ($3::text is null or $3 = any(r.agencies))`,
};

/** How many are open, stalled at `nowMs`, urgent, without a 担当者. */
export async function boardCounts(
  tx: Transaction,
  { nowMs, agency }: Pick<BoardRequest, 'nowMs' | 'agency'>,
): Promise<BoardCounts> {
  const row = await tx.first<BoardCounts>(counts, [tx.municipality, nowMs, agency ?? null]);
  return row ?? { open: 0, stalled: 0, urgent: 0, vacant: 0 };
}
