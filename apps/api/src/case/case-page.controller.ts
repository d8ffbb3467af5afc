import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '#libs/access';
import { historyPage, noticesOf } from '#libs/persistence';
import { phonesOf } from '#libs/profiles';
import type { CaseView, HistoryEntry, NoticeView, OlderEntries, Page } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { notFound } from '../problem/edge-problems.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyView } from '../records/history-view.ts';
import { noticeViews } from '../records/notice-view.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { HistoryQuery, PageQuery } from '../shape/page-query.dto.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { CaseDesk } from './case-desk.ts';
import type { CaseReading } from './view/case-reading.ts';
import { caseView, noticesShown } from './view/case-view.ts';
import { isLeavingList, leftOnThePage, listsOf } from './view/leaving-lists.ts';

/** How much of a case is on its page at once: a page of ten years reads no more rows than one of a month. */
const onThePage = { events: 15, notices: 5 } as const;
const nothing = { entries: [], events: [], withoutState: true } as const;
const noEntries = { items: [], next: null } as const;

/** Before it took the case an agency sees what itself was told, and not that there was more. */
const onlyOwn = ({ work, agency }: CaseReading): { readonly to?: string } => (work ? {} : { to: agency ?? '' });

@ApiTags('case')
@Controller('api/cases')
export class CasePageController {
  readonly #cases: CaseDesk;

  constructor(cases: CaseDesk) {
    this.#cases = cases;
  }

  /** A case as its page shows it. Who read what is written down in the same transaction. */
  @Get(':id')
  @Asks('case.read')
  @Answers('CaseView')
  async read(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<CaseView> {
    return this.#cases.read(
      viewer,
      id,
      async ({ tx, left, reading, isShown, toldOf }) => {
        const [history, notices, newest] = await Promise.all([
          historyPage(tx, id, { limit: onThePage.events }, toldOf),
          noticesOf(tx, id, { limit: onThePage.notices, ...onlyOwn(reading) }),
          left.newest(leftOnThePage(reading), isShown),
        ]);
        const entries = Object.values(newest).flatMap(({ items }) => items.toReversed());
        return { entries, events: history.items, history, notices, newest };
      },
      (read, { history, notices, newest }) => {
        const { state, ctx } = read;
        return caseView({
          ...read,
          history,
          notices,
          older: newest,
          phoneOf: phonesOf(ctx.profile, ctx.today),
          mayGive: (type) =>
            accessPolicy.allows(
              ctx.actor,
              { type },
              { ref: { kind: 'support-case' }, state, rules: ctx.rules, today: ctx.today },
            ),
          refusals: new Refusals(ctx.rules),
        });
      },
    );
  }

  /** The history, newest first; with the keeping of dates when asked. */
  @Get(':id/history')
  @Asks('case.read')
  @Answers('HistoryPage')
  async history(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page<HistoryEntry>> {
    return this.#cases.read(
      viewer,
      id,
      async ({ tx, toldOf }) => {
        const page = await historyPage(tx, id, query, toldOf);
        return { ...nothing, events: page.items, page };
      },
      (read, { page }) => historyView(page, read),
    );
  }

  /** What was sent to whom, newest first. */
  @Get(':id/notices')
  @Asks('case.read')
  @Answers('NoticePage')
  async notices(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<NoticeView>> {
    return this.#cases.read(
      viewer,
      id,
      async ({ tx, reading }) => ({
        ...nothing,
        page: await noticesOf(tx, id, { after: query.after, limit: query.limit, ...onlyOwn(reading) }),
      }),
      ({ reading }, { page: { items, next } }) => ({ items: noticeViews(noticesShown(reading, items)), next }),
    );
  }

  /** A list of the case read on: contacts, answered つなぎ, earlier plans … */
  @Get(':id/older/:list')
  @Asks('case.read')
  @Answers('OlderEntries')
  async older(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Param('list') list: string,
    @Query() query: PageQuery,
  ): Promise<OlderEntries> {
    if (!isLeavingList(list)) throw notFound();
    return this.#cases.read(
      viewer,
      id,
      async ({ left, reading, isShown }) => {
        const isEmpty = !Object.hasOwn(leftOnThePage(reading), list);
        const { items, next } = isEmpty ? noEntries : await left.page(list, query, isShown);
        return { ...nothing, entries: items.toReversed(), next };
      },
      // A cursor names the entry it stands at: it is for those who see the list.
      (read, { next }) => ({ ...listsOf(read), next: read.reading.work ? next : null }),
    );
  }
}
