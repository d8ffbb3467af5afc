import { Controller, Get, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { listSittings, placeTextsOf, standstillsOf, TextReader, type Page } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { emptyPage, listAgency, pageOf, withCursor } from '../records/list-scope.ts';
import { bodyName } from '../records/sitting-title.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordsQuery } from '../shape/page-query.dto.ts';

export interface SittingRow {
  readonly id: string;
  readonly body: string;
  readonly name: string;
  readonly kind: string;
  readonly ordinal: number;
  readonly stage: string;
  readonly heldOn: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly placeText: string | null;
  readonly itemCount: number;
  readonly invited: number;
  readonly answered: number;
  readonly missing: number;
  readonly stalled: boolean;
}

@ApiTags('sitting')
@Controller('api/sittings')
export class SittingListController {
  readonly #app: DataSource;
  readonly #texts: TextReader;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, texts: TextReader, municipalities: Municipalities) {
    this.#app = app;
    this.#texts = texts;
    this.#municipalities = municipalities;
  }

  /** Sittings the viewer's agency is invited to, the latest date first; the office finds all of the municipality. */
  @Get()
  @Asks('sitting.list')
  async list(@SignedIn() viewer: Viewer, @Query() query: RecordsQuery): Promise<Page<SittingRow>> {
    const { rules, nowMs } = this.#municipalities.today(viewer.municipality);
    const scope = listAgency(viewer, 'sitting', rules);
    if (!scope) return emptyPage;
    return asViewer(this.#app, viewer, async (tx) => {
      const page = await withCursor(async () => listSittings(tx, { ...scope, ...pageOf(query), open: query.open }));
      const ids = page.items.map(({ recordId }) => recordId);
      const standstills = await standstillsOf(tx, ids, nowMs);
      const places = await placeTextsOf(tx, ids);
      const contents = await this.#texts.readOneEach(tx, places);
      const items = page.items.map(
        ({ recordId, items: itemCount, invited, replied, replyDueOn: _replyDueOn, isOpen: _isOpen, ...row }) => ({
          ...row,
          id: recordId,
          name: bodyName(rules, row.body),
          placeText: contents.get(places.get(recordId) ?? '') ?? null,
          itemCount,
          invited,
          answered: replied,
          missing: invited - replied,
          stalled: standstills.get(recordId)?.stalled ?? false,
        }),
      );
      return { items, next: page.next };
    });
  }
}
