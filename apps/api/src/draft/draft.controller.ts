import { Body, Controller, Delete, Get, HttpCode, Param, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { DraftDrawer } from '#libs/persistence';
import type { DraftList, DraftView, SavedDraft } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';
import { DraftPlace } from './draft-place.pipe.ts';
import { DraftDto } from './draft.dto.ts';

/** What the viewer has begun to write and not sent (docs/decisions/0018). Nobody else's is there for them. */
@ApiTags('draft')
@Controller('api/drafts')
export class DraftController {
  readonly #app: DataSource;
  readonly #drafts: DraftDrawer;

  constructor(app: DataSource, drafts: DraftDrawer) {
    this.#app = app;
    this.#drafts = drafts;
  }

  @Get()
  @Asks('draft.keep')
  @Answers('DraftList')
  async list(@SignedIn() viewer: Viewer): Promise<DraftList> {
    const kept = await asViewer(this.#app, viewer, async (tx) => this.#drafts.list(tx, viewer.membershipId));
    return { items: kept.map(({ place, title, savedAtMs }) => ({ place, title, savedAtMs })) };
  }

  @Get(':place')
  @Asks('draft.keep')
  @Answers('DraftView')
  async read(@SignedIn() viewer: Viewer, @Param('place', DraftPlace) place: string): Promise<DraftView> {
    const { membershipId } = viewer;
    const kept = await asViewer(this.#app, viewer, async (tx) => this.#drafts.get(tx, { membershipId, place }));
    return { content: kept?.content ?? null, savedAtMs: kept?.savedAtMs ?? null };
  }

  /** Keeps it in the place of the one before. */
  @Put(':place')
  @Asks('draft.keep')
  @Answers('SavedDraft')
  async keep(
    @SignedIn() viewer: Viewer,
    @Param('place', DraftPlace) place: string,
    @Body() dto: DraftDto,
  ): Promise<SavedDraft> {
    const { membershipId } = viewer;
    return {
      savedAtMs: await asViewer(this.#app, viewer, async (tx) => this.#drafts.put(tx, { membershipId, place }, dto)),
    };
  }

  /** Sent or thrown away: it is gone. */
  @Delete(':place')
  @HttpCode(204)
  @Asks('draft.keep')
  @ApiNoContentResponse()
  async remove(@SignedIn() viewer: Viewer, @Param('place', DraftPlace) place: string): Promise<void> {
    const { membershipId } = viewer;
    await asViewer(this.#app, viewer, async (tx) => this.#drafts.remove(tx, { membershipId, place }));
  }
}
