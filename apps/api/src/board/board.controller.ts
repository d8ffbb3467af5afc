import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Holder } from '#libs/domain';
import { board, boardCounts, membersOf, type BoardCounts, type BoardLine, type Page } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { HealthDesk } from '../health/health-desk.ts';
import { proceduresOf } from '../health/judged-health.ts';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { atTheEdge } from '../records/kinds-at-the-edge.ts';
import { pageOf, withCursor } from '../records/list-scope.ts';
import { daysBetween } from '../records/obligation-view.ts';
import { holderName, nameOf, type Colleague } from '../records/people.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { PageQuery } from '../shape/page-query.dto.ts';

interface BoardRow {
  readonly recordId: string;
  readonly kind: string;
  readonly number: string;
  readonly title: string | null;
  readonly stage: string;
  readonly track: string | null;
  readonly urgent: boolean;
  readonly leadAgency: string | null;
  readonly personInCharge: { readonly agency: string; readonly displayName: string | null } | null;
  readonly cause: string | null;
  readonly since: string | null;
  /** 開庁日 since the cause began, and past the date. */
  readonly openDays: number | null;
  readonly openDaysPastDue: number | null;
  readonly dueOn: string | null;
  readonly who: {
    readonly agency: string;
    readonly agencyName: string;
    readonly post: string;
    readonly name: string | null;
  } | null;
  /** What is asked of them; `null` when nothing blocks. */
  readonly nextStepCode: string | null;
  readonly nextStep: { readonly step: string; readonly on: string } | null;
  readonly stalled: boolean;
}

export interface BoardPage extends Page<BoardRow> {
  readonly counts: BoardCounts;
  readonly procedures: { readonly behind: boolean; readonly oldestDueMinutes: number | null };
}

@ApiTags('board')
@Controller('api/board')
export class BoardController {
  readonly #app: DataSource;
  readonly #municipalities: Municipalities;
  readonly #health: HealthDesk;

  constructor(app: DataSource, municipalities: Municipalities, health: HealthDesk) {
    this.#app = app;
    this.#municipalities = municipalities;
    this.#health = health;
  }

  /** 動きが止まっているケース: 急ぐ first, then nobody in charge, then the longest; cause, since when, who can move it. */
  @Get()
  @Asks('board.read')
  async read(@SignedIn() viewer: Viewer, @Query() query: PageQuery): Promise<BoardPage> {
    const today = this.#municipalities.today(viewer.municipality);
    const { nowMs } = today;
    const procedures = proceduresOf(await this.#health.look());
    return asViewer(this.#app, viewer, async (tx) => {
      const page = await withCursor(async () => board(tx, { nowMs, ...pageOf(query) }));
      const counts = await boardCounts(tx, { nowMs });
      const people = await membersOf(tx);
      return { items: page.items.map((line) => rowOf(line, today, people)), next: page.next, counts, procedures };
    });
  }
}

function rowOf(line: BoardLine, { rules, calendar, today }: MunicipalityToday, people: readonly Colleague[]): BoardRow {
  const { recordId, kind, number, stage, track, urgent, leadAgency, cause, since, dueOn, stalled } = line;
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
    name: holderName({ agency, post } as Holder, people, inCharge),
  };
}
