import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listScopeOf, maySee } from '#libs/access';
import { supportCaseDefinition, type CaseState } from '#libs/domain';
import { casesOf, listCases, standstillsOf, type CaseListRow, type Standstill } from '#libs/persistence';
import type { CaseRow, Colleague, Page } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { ListDesk } from '../records/list-desk.ts';
import { nameOf } from '../records/people.ts';
import { actorOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordsQuery } from '../shape/page-query.dto.ts';
import { CaseReading } from './view/case-reading.ts';

@ApiTags('case')
@Controller('api/cases')
export class CaseListController {
  readonly #lists: ListDesk;

  constructor(lists: ListDesk) {
    this.#lists = lists;
  }

  /** Cases the viewer's agency takes part in, newest first; the office finds all of the municipality. */
  @Get()
  @Asks('case.list')
  @Answers('CasePage')
  async list(@SignedIn() viewer: Viewer, @Query() query: RecordsQuery): Promise<Page<CaseRow>> {
    return this.#lists.records(viewer, 'support-case', {
      query,
      read: async (tx, request) => listCases(tx, { ...request, open: query.open }),
      show: async (rows, { tx, today, people }) => {
        const asker = actorOf(viewer);
        // The office and its managers learn where every case stands; of an agency's each line is judged as its page is.
        const isOffice = listScopeOf(asker, 'support-case', today.rules).kind === 'municipality';
        const ids = rows.map(({ recordId }) => recordId);
        const standstills = await standstillsOf(tx, ids, today.nowMs);
        const states = isOffice ? new Map<string, CaseState>() : await casesOf(tx, ids);
        return rows.flatMap((row) => {
          const state = states.get(row.recordId);
          const line = rowOf(row, standstills.get(row.recordId), people);
          if (isOffice) return [line];
          // An agency's own list still leaves out what waits for this reader's 守秘義務の確認.
          if (!maySee(asker, { ref: { kind: 'support-case' }, state, ...today })) return [];
          return [toldLine(line, state && new CaseReading(asker, { state, ...today }), state)];
        });
      },
    });
  }
}

/** A line without where 支援会議での検討 stands and without why the case does not move, where that is not for this viewer. */
function toldLine(line: CaseRow, reading: CaseReading | undefined, state: CaseState | undefined): CaseRow {
  const stall = state && supportCaseDefinition.stall(state);
  const seesStall = reading?.owes(stall?.key ?? '', stall?.holder?.agency) === true;
  return {
    ...line,
    ...(reading?.onTrack === true ? {} : { track: 'none' }),
    ...(seesStall ? {} : { cause: null, since: null, dueOn: null, stalled: false }),
  };
}

const rowOf = (row: CaseListRow, standstill: Standstill | undefined, people: readonly Colleague[]): CaseRow => ({
  recordId: row.recordId,
  number: row.number,
  stage: row.stage,
  track: row.track,
  urgent: row.urgent,
  leadAgency: row.leadAgency,
  personInCharge: { agency: row.personInChargeAgency, displayName: nameOf(people, row.personInCharge) },
  openedOn: row.openedOn,
  cause: standstill?.cause ?? null,
  since: standstill?.since ?? null,
  dueOn: standstill?.dueOn ?? null,
  stalled: standstill?.stalled ?? false,
  isOpen: row.isOpen,
});
