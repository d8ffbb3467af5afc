import { Controller, Get, Param } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { RevisionView } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { RecordShelf } from './record-shelf.ts';
import { asViewer } from './tenant.ts';

/**
 * Whether something has happened in a record: what an open page asks every few seconds (docs/decisions/0018). Judged like reading it; since
 * nothing is shown, nothing is written down.
 */
@ApiTags('revision')
@Controller('api')
export class RevisionController {
  readonly #app: DataSource;
  readonly #shelf: RecordShelf;

  constructor(app: DataSource, shelf: RecordShelf) {
    this.#app = app;
    this.#shelf = shelf;
  }

  @Get('cases/:id/revision')
  @Asks('case.read')
  @Answers('RevisionView')
  async ofCase(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<RevisionView> {
    return asViewer(this.#app, viewer, async (tx) => {
      const { seq } = await this.#shelf.caseIn(tx, giverOf(viewer), id);
      return { seq };
    });
  }

  @Get('sittings/:id/revision')
  @Asks('sitting.read')
  @Answers('RevisionView')
  async ofSitting(@SignedIn() viewer: Viewer, @Param('id', RecordId) id: string): Promise<RevisionView> {
    return asViewer(this.#app, viewer, async (tx) => {
      const { seq } = await this.#shelf.sittingIn(tx, giverOf(viewer), id);
      return { seq };
    });
  }
}
