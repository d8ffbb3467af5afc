import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listCases, membersOf, standstillsOf, type CaseListRow, type Page, type Standstill } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { emptyPage, listAgency, pageOf, withCursor } from '../records/list-scope.ts';
import { nameOf, type Colleague } from '../records/people.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordsQuery } from '../shape/page-query.dto.ts';

export interface CaseRow {
  readonly recordId: string;
  readonly number: string;
  readonly stage: string;
  readonly track: string;
  readonly urgent: boolean;
  readonly leadAgency: string;
  readonly personInCharge: { readonly agency: string; readonly displayName: string | null };
  readonly openedOn: string;
  readonly cause: string | null;
  readonly since: string | null;
  readonly dueOn: string | null;
  readonly stalled: boolean;
  readonly isOpen: boolean;
}

@ApiTags('case')
@Controller('api/cases')
export class CaseListController {
  readonly #app: DataSource;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, municipalities: Municipalities) {
    this.#app = app;
    this.#municipalities = municipalities;
  }

  /** Cases the viewer's agency takes part in, newest first; the office finds all of the municipality. */
  @Get()
  @Asks('case.list')
  async list(@SignedIn() viewer: Viewer, @Query() query: RecordsQuery): Promise<Page<CaseRow>> {
    const { rules, nowMs } = this.#municipalities.today(viewer.municipality);
    const scope = listAgency(viewer, 'support-case', rules);
    if (!scope) return emptyPage;
    return asViewer(this.#app, viewer, async (tx) => {
      const page = await withCursor(async () => listCases(tx, { ...scope, ...pageOf(query), open: query.open }));
      const standstills = await standstillsOf(
        tx,
        page.items.map(({ recordId }) => recordId),
        nowMs,
      );
      const people = await membersOf(tx);
      return { items: page.items.map((row) => rowOf(row, standstills.get(row.recordId), people)), next: page.next };
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
