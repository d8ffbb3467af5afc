import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listCases, standstillsOf, type CaseListRow, type Standstill } from '#libs/persistence';
import type { CaseRow, Colleague, Page } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { ListDesk } from '../records/list-desk.ts';
import { nameOf } from '../records/people.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordsQuery } from '../shape/page-query.dto.ts';

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
        const ids = rows.map(({ recordId }) => recordId);
        const standstills = await standstillsOf(tx, ids, today.nowMs);
        return rows.map((row) => rowOf(row, standstills.get(row.recordId), people));
      },
    });
  }
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
