import { dateOfMs } from '#libs/calendar';
import type { RecordKind } from '#libs/contracts';
import type {
  HolderPost,
  LadderStepName,
  ObligationKind,
  SittingStage,
  Stage,
  StallCause,
  TrackState,
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
  /** What is asked of the holder, and its next ladder step. */
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

// 急ぐ first, then nobody in charge, then what does not move, then the longest. Of each of these eight groups the index of what is open
// gives the first lines in their order (what has no day since when does not stand still); groups are read one after the other (an incremental sort over a sorted outer side), until the
// page is full. What else a line shows is looked up for the lines of the page alone.
const lines: Statement = {
  name: 'board',
  text: `
    with line as materialized (
      select b.record_id, g.rank, b.sort_since, b.stalled
      from (select v.*, case when v.stalled then date '9999-12-31' else 'infinity' end as last
        from (values (0, true, true, true), (1, true, true, false), (2, true, false, true), (3, true, false, false),
          (4, false, true, true), (5, false, true, false), (6, false, false, true), (7, false, false, false)) v (rank, urgent, vacant, stalled)
        where v.rank >= coalesce($5::int, 0) and (not $4::boolean or v.stalled or v.urgent) order by v.rank) g
      cross join lateral (
        select b.record_id, b.sort_since, g.stalled
        from board_row b
        where b.municipality_id = $1 and b.is_open and b.urgent = g.urgent and b.is_vacant = g.vacant
          and b.sort_since <= g.last and coalesce(b.stall_from <= to_timestamp($2::float8 / 1000), false) = g.stalled
          and (b.sort_since, b.record_id) > (case when g.rank = $5 then $6::date else '-infinity' end,
            case when g.rank = $5 then $7::uuid else '00000000-0000-0000-0000-000000000000' end)
          and ($3::text is null or exists (
            select from record r where r.municipality_id = b.municipality_id and r.id = b.record_id and $3 = any(r.agencies)))
        order by b.sort_since, b.record_id limit $8) b
      order by g.rank, b.sort_since, b.record_id limit $8)
    select l.record_id as "recordId", b.kind, b.number, b.stage, b.track, b.urgent, b.lead_agency as "leadAgency", b.person_in_charge as "personInCharge",
      b.opened_on::text as "openedOn", b.stall_cause as cause, b.stall_key as "stallKey", b.stall_since::text as since, b.due_on::text as "dueOn",
      b.holder_agency as "holderAgency", b.holder_post as "holderPost", l.stalled,
      o.kind as "obligationKind", o.next_step as "nextStep", o.next_step_on::text as "nextStepOn", s.body, s.held_on::text as "heldOn", l.rank, l.sort_since::text as "sortSince"
    from line l
    join board_row b on b.municipality_id = $1 and b.record_id = l.record_id
    left join obligation o on o.municipality_id = $1 and o.record_id = l.record_id and o.key = b.stall_key
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
