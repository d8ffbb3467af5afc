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

// 急ぐ first, then nobody in charge, then what does not move, then the longest.
const lines: Statement = {
  name: 'board',
  text: `
    with line as (
      select b.*, b.stall_from <= to_timestamp($2::float8 / 1000) as stalled, coalesce(b.stall_since, 'infinity'::date) as sort_since,
        (case when b.urgent then 0 else 4 end) + (case when b.stall_cause = 'personInChargeVacant' then 0 else 2 end)
          + (case when b.stall_from <= to_timestamp($2::float8 / 1000) then 0 else 1 end) as rank
      from board_row b where b.municipality_id = $1 and b.is_open)
    select l.record_id as "recordId", l.kind, l.number, l.stage, l.track, l.urgent, l.lead_agency as "leadAgency", l.person_in_charge as "personInCharge",
      l.opened_on::text as "openedOn", l.stall_cause as cause, l.stall_key as "stallKey", l.stall_since::text as since, l.due_on::text as "dueOn",
      l.holder_agency as "holderAgency", l.holder_post as "holderPost", coalesce(l.stalled, false) as stalled,
      o.kind as "obligationKind", o.next_step as "nextStep", o.next_step_on::text as "nextStepOn", s.body, s.held_on::text as "heldOn", l.rank, l.sort_since::text as "sortSince"
    from line l
    join record r on r.municipality_id = l.municipality_id and r.id = l.record_id
    left join obligation o on o.municipality_id = l.municipality_id and o.record_id = l.record_id and o.key = l.stall_key
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
