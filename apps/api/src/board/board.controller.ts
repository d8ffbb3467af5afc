import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { board, boardCounts, type BoardLine } from '#libs/persistence';
import type { BoardPage, BoardRow, Colleague } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { HealthDesk } from '../health/health-desk.ts';
import { proceduresOf } from '../health/judged-health.ts';
import type { MunicipalityToday } from '../municipality/municipalities.ts';
import { atTheEdge } from '../records/kinds-at-the-edge.ts';
import { ListDesk } from '../records/list-desk.ts';
import { daysBetween } from '../records/obligation-view.ts';
import { holderName, nameOf } from '../records/people.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { PageQuery } from '../shape/page-query.dto.ts';

@ApiTags('board')
@Controller('api/board')
export class BoardController {
  readonly #lists: ListDesk;
  readonly #health: HealthDesk;

  constructor(lists: ListDesk, health: HealthDesk) {
    this.#lists = lists;
    this.#health = health;
  }

  /** 動きが止まっているケース: 急ぐ first, then nobody in charge, then the longest; cause, since when, who can move it. */
  @Get()
  @Asks('board.read')
  @Answers('BoardPage')
  async read(@SignedIn() viewer: Viewer, @Query() query: PageQuery): Promise<BoardPage> {
    const procedures = proceduresOf(await this.#health.look());
    return this.#lists.page(
      viewer,
      {
        query,
        read: async ({ tx, today }, request) => board(tx, { nowMs: today.nowMs, ...request }),
        show: (lines, { today, people }) => lines.map((line) => rowOf(line, today, people)),
      },
      async ({ tx, today }) => ({ counts: await boardCounts(tx, { nowMs: today.nowMs }), procedures }),
    );
  }
}

function rowOf(line: BoardLine, { rules, calendar, today }: MunicipalityToday, people: readonly Colleague[]): BoardRow {
  const { recordId, kind, number, stage, track, urgent, leadAgency, cause, since, dueOn, stalled, late } = line;
  return {
    recordId,
    kind,
    number,
    title: atTheEdge(kind).title(line, rules),
    stage,
    track,
    urgent,
    leadAgency,
    personInCharge:
      leadAgency === null ? null : { agency: leadAgency, displayName: nameOf(people, line.personInCharge) },
    cause,
    since,
    openDays: since === null ? null : daysBetween(calendar, since, today),
    openDaysPastDue: dueOn === null ? null : daysBetween(calendar, dueOn, today),
    dueOn,
    who: whoOf(line, people, rules.agencies),
    nextStepCode: line.obligationKind,
    nextStep: line.nextStep === null || line.nextStepOn === null ? null : { step: line.nextStep, on: line.nextStepOn },
    stalled,
    late,
  };
}

function whoOf(
  line: BoardLine,
  people: readonly Colleague[],
  agencies: MunicipalityToday['rules']['agencies'],
): BoardRow['who'] {
  const { holderAgency: agency, holderPost: post, leadAgency, personInCharge } = line;
  if (agency === null || post === null) return null;
  const inCharge = leadAgency === null ? undefined : { agency: leadAgency, membershipId: personInCharge };
  return {
    agency,
    agencyName: agencies.find(({ code }) => code === agency)?.name ?? agency,
    post,
    name: holderName({ agency, post }, people, inCharge),
  };
}
