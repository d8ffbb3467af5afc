import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { MunicipalityRules } from '#libs/domain';
import { listSittings, placeTextsOf, standstillsOf, TextReader, type SittingListRow } from '#libs/persistence';
import type { Page, SittingRow } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { ListDesk } from '../records/list-desk.ts';
import { bodyName } from '../records/sitting-title.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
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
      read: async (tx, request) => listSittings(tx, { ...request, open: query.open }),
      show: async (rows, { tx, today }) => {
        const ids = rows.map(({ recordId }) => recordId);
        const standstills = await standstillsOf(tx, ids, today.nowMs);
        const places = await placeTextsOf(tx, ids);
        const contents = await this.#texts.readOneEach(tx, places);
        return rows.map((row) =>
          rowOf(row, {
            rules: today.rules,
            placeText: contents.get(places.get(row.recordId) ?? '') ?? null,
            stalled: standstills.get(row.recordId)?.stalled ?? false,
          }),
        );
      },
    });
  }
}

const rowOf = (
  { recordId, items, invited, replied, replyDueOn: _replyDueOn, isOpen: _isOpen, ...row }: SittingListRow,
  {
    rules,
    ...shown
  }: { readonly rules: MunicipalityRules; readonly placeText: string | null; readonly stalled: boolean },
): SittingRow => ({
  ...row,
  ...shown,
  id: recordId,
  name: bodyName(rules, row.body),
  itemCount: items,
  invited,
  answered: replied,
  missing: invited - replied,
});
