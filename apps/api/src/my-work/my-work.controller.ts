import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { obligationTable, type Holder } from '#libs/domain';
import { myWork, type WorkRow } from '#libs/persistence';
import { phonesOf } from '#libs/profiles';
import type { Colleague, Page, WorkItem } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import type { MunicipalityToday } from '../municipality/municipalities.ts';
import { listedCall } from '../records/calls-view.ts';
import { atTheEdge } from '../records/kinds-at-the-edge.ts';
import { ListDesk } from '../records/list-desk.ts';
import { holderName, nameOf } from '../records/people.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { PageQuery } from '../shape/page-query.dto.ts';

@ApiTags('work')
@Controller('api/my-work')
export class MyWorkController {
  readonly #lists: ListDesk;

  constructor(lists: ListDesk) {
    this.#lists = lists;
  }

  /** What the viewer owes, alone or as one of the agency, earliest date first. */
  @Get()
  @Asks('my-work.read')
  @Answers('WorkPage')
  async list(@SignedIn() viewer: Viewer, @Query() query: PageQuery): Promise<Page<WorkItem>> {
    const { membershipId, agency, posts } = viewer;
    return this.#lists.page(viewer, {
      query,
      read: async ({ tx, today }, request) =>
        myWork(tx, { membershipId, agency, posts, nowMs: today.nowMs, ...request }),
      show: (rows, { today, people }) => rows.map((row) => itemOf(row, today, people)),
    });
  }
}

function itemOf(row: WorkRow, { rules, profile, today }: MunicipalityToday, people: readonly Colleague[]): WorkItem {
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
    title: atTheEdge(kind).title(row, rules),
    key,
    obligationKind,
    about,
    action: obligationTable[obligationKind].settledBy,
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
    call: row.call && listedCall(row.call, row, phonesOf(profile, today)),
  };
}
