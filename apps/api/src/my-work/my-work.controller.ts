import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { obligationTable, type Holder, type MunicipalityRules, type ObligationKind } from '#libs/domain';
import { membersOf, myWork, type Page, type WorkRow } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { pageOf, withCursor } from '../records/list-scope.ts';
import { holderName, nameOf, type Colleague } from '../records/people.ts';
import { sittingTitle } from '../records/sitting-title.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { PageQuery } from '../shape/page-query.dto.ts';

export interface WorkItem {
  readonly recordId: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string | null;
  readonly key: string;
  readonly obligationKind: string;
  readonly about: string | null;
  readonly action: string | null;
  readonly askedOn: string;
  readonly dueOn: string;
  readonly dueAtMs: number;
  readonly overdue: boolean;
  readonly blocking: boolean;
  readonly urgent: boolean;
  readonly holder: { readonly agency: string; readonly post: string; readonly name: string | null };
}

@ApiTags('work')
@Controller('api/my-work')
export class MyWorkController {
  readonly #app: DataSource;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, municipalities: Municipalities) {
    this.#app = app;
    this.#municipalities = municipalities;
  }

  /** What the viewer owes, alone or as one of the agency, earliest date first. */
  @Get()
  @Asks('my-work.read')
  async list(@SignedIn() viewer: Viewer, @Query() query: PageQuery): Promise<Page<WorkItem>> {
    const { rules, nowMs } = this.#municipalities.today(viewer.municipality);
    const { membershipId, agency, posts } = viewer;
    return asViewer(this.#app, viewer, async (tx) => {
      const page = await withCursor(async () => myWork(tx, { membershipId, agency, posts, nowMs, ...pageOf(query) }));
      const people = await membersOf(tx);
      return { items: page.items.map((row) => itemOf(row, rules, people)), next: page.next };
    });
  }
}

function itemOf(row: WorkRow, rules: MunicipalityRules, people: readonly Colleague[]): WorkItem {
  const {
    recordId,
    kind,
    number,
    key,
    obligationKind,
    about,
    askedOn,
    dueOn,
    dueAtMs,
    overdue,
    blocking,
    urgent,
    agency,
    post,
  } = row;
  const holder = { agency, post } as Holder;
  return {
    recordId,
    kind,
    number,
    title: row.body === null ? null : sittingTitle(rules, row.body, number),
    key,
    obligationKind,
    about,
    action: obligationTable[obligationKind as ObligationKind].settledBy,
    askedOn,
    dueOn,
    dueAtMs,
    overdue,
    blocking,
    urgent,
    holder: {
      agency,
      post,
      name: row.membershipId === null ? holderName(holder, people) : nameOf(people, row.membershipId),
    },
  };
}
