import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listScopeOf } from '#libs/access';
import { listSittings, placeTextsOf, standstillsOf, TextReader, type SittingListRow } from '#libs/persistence';
import type { Page, SittingRow } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { ListDesk } from '../records/list-desk.ts';
import { bodyName } from '../records/sitting-title.ts';
import { actorOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordsQuery } from '../shape/page-query.dto.ts';

@ApiTags('sitting')
@Controller('api/sittings')
export class SittingListController {
  readonly #lists: ListDesk;
  readonly #texts: TextReader;

  constructor(lists: ListDesk, texts: TextReader) {
    this.#lists = lists;
    this.#texts = texts;
  }

  /** Sittings the viewer's agency is invited to, the latest date first; the office finds all of the municipality. */
  @Get()
  @Asks('sitting.list')
  @Answers('SittingPage')
  async list(@SignedIn() viewer: Viewer, @Query() query: RecordsQuery): Promise<Page<SittingRow>> {
    return this.#lists.records(viewer, 'sitting', {
      query,
      read: async (tx, { today, ...request }) => listSittings(tx, { ...request, today, open: query.open }),
      show: async (rows, { tx, today }) => {
        const ids = rows.map(({ recordId }) => recordId);
        const standstills = await standstillsOf(tx, ids, today.nowMs);
        const places = await placeTextsOf(tx, ids);
        const contents = await this.#texts.readOneEach(tx, places);
        const isOffice = listScopeOf(actorOf(viewer), 'sitting', today.rules).kind === 'municipality';
        return rows.map((row) =>
          rowOf(row, {
            name: bodyName(today.rules, row.body),
            placeText: contents.get(places.get(row.recordId) ?? '') ?? null,
            ...(isOffice ? countsOf(row) : untold),
            stalled: isOffice && (standstills.get(row.recordId)?.stalled ?? false),
          }),
        );
      },
    });
  }
}

type Counts = Pick<SittingRow, 'itemCount' | 'invited' | 'answered' | 'missing'>;

const countsOf = ({ items, invited, replied }: SittingListRow): Counts => ({
  itemCount: items,
  invited,
  answered: replied,
  missing: invited - replied,
});

/** What others were asked and answered, and how many cases there are, is not for an agency that is invited. */
const untold: Counts = { itemCount: null, invited: null, answered: null, missing: null };

const rowOf = (
  { recordId, body, kind, ordinal, stage, heldOn, startsAt, endsAt }: SittingListRow,
  shown: Pick<SittingRow, 'name' | 'placeText' | 'stalled'> & Counts,
): SittingRow => ({ id: recordId, body, kind, ordinal, stage, heldOn, startsAt, endsAt, ...shown });
