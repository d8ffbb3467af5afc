import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { accessPolicy } from '#libs/access';
import { historyPage, noticesOf } from '#libs/persistence';
import { phonesOf } from '#libs/profiles';
import type { HistoryEntry, NoticeView, Page, SittingView } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Refusals } from '../problem/refusals.ts';
import { historyView } from '../records/history-view.ts';
import { noticeViews } from '../records/notice-view.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { HistoryQuery, PageQuery } from '../shape/page-query.dto.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { SittingDesk } from './sitting-desk.ts';
import type { SittingReading } from './view/sitting-reading.ts';
import { sittingView } from './view/sitting-view.ts';

/** How much of a sitting is on its page at once; every invitation shows how far its newest notice got. */
const onThePage = { events: 15, notices: 200 } as const;

/** An agency sees what itself was told, and not that there was more. */
const onlyOwn = ({ oversees, agency }: SittingReading): { readonly to?: string } =>
  oversees ? {} : { to: agency ?? '' };

@ApiTags('sitting')
@Controller('api/sittings')
export class SittingPageController {
  readonly #sittings: SittingDesk;

  constructor(sittings: SittingDesk) {
    this.#sittings = sittings;
  }

  /** A sitting as its page shows it. Who read what of its 案件 is written down in the same transaction. */
  @Get(':id')
  @Asks('sitting.read')
  @Answers('SittingView')
  async read(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<SittingView> {
    return this.#sittings.read(
      viewer,
      id,
      async ({ tx, reading, toldOf }) => {
        const [history, notices] = await Promise.all([
          historyPage(tx, id, { limit: onThePage.events }, toldOf),
          noticesOf(tx, id, { limit: onThePage.notices, ...onlyOwn(reading) }),
        ]);
        return { events: history.items, history, notices };
      },
      (read, { history, notices }) => {
        const { state, ctx } = read;
        return sittingView({
          ...read,
          history,
          notices: { items: noticeViews(notices.items), next: notices.next },
          phoneOf: phonesOf(ctx.profile, ctx.today),
          mayGive: (type) =>
            accessPolicy.allows(ctx.actor, { type }, { ref: { kind: 'sitting' }, state, rules: ctx.rules }),
          refusals: new Refusals(ctx.rules),
        });
      },
    );
  }

  /** The history, newest first; with the keeping of dates when asked. */
  @Get(':id/history')
  @Asks('sitting.read')
  @Answers('HistoryPage')
  async history(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: HistoryQuery,
  ): Promise<Page<HistoryEntry>> {
    return this.#sittings.read(
      viewer,
      id,
      async ({ tx, toldOf }) => {
        const page = await historyPage(tx, id, query, toldOf);
        return { events: page.items, withoutState: true, page };
      },
      (read, { page }) => historyView(page, read),
    );
  }

  /** What was sent to whom, newest first. */
  @Get(':id/notices')
  @Asks('sitting.read')
  @Answers('NoticePage')
  async notices(
    @SignedIn() viewer: Viewer,
    @Param('id', RecordId) id: string,
    @Query() query: PageQuery,
  ): Promise<Page<NoticeView>> {
    return this.#sittings.read(
      viewer,
      id,
      async ({ tx, reading }) => ({
        events: [],
        withoutState: true,
        page: await noticesOf(tx, id, { after: query.after, limit: query.limit, ...onlyOwn(reading) }),
      }),
      (_read, { page: { items, next } }) => ({ items: noticeViews(items), next }),
    );
  }
}
