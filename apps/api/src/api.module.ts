import { Module, type DynamicModule, type Provider, type Type } from '@nestjs/common';
import { APP_GUARD } from '@nestjs/core';
import { DraftDrawer, ReadingRecorder, RecordExecutor, TextReader } from '#libs/persistence';
import { DataSource } from 'typeorm';
import { AccessGuard } from './access/access.guard.ts';
import type { ApiParts } from './api-parts.ts';
import { BoardController } from './board/board.controller.ts';
import { CaseListController } from './case/case-list.controller.ts';
import { CasePageController } from './case/case-page.controller.ts';
import { CommandDesk } from './command/command-desk.ts';
import { commandControllers } from './command/command-routes.ts';
import { API_CONFIG, type ApiConfig } from './config.ts';
import { ApiDescription } from './description/api-description.ts';
import { DescriptionController } from './description/description.controller.ts';
import { DraftController } from './draft/draft.controller.ts';
import { HealthController } from './health/health.controller.ts';
import { HealthDesk } from './health/health-desk.ts';
import { ProbesController } from './health/probes.controller.ts';
import { Municipalities } from './municipality/municipalities.ts';
import { MyWorkController } from './my-work/my-work.controller.ts';
import { PagesController } from './pages/pages.controller.ts';
import { ProfileController } from './profile/profile.controller.ts';
import { CaseDesk } from './case/case-desk.ts';
import { ListDesk } from './records/list-desk.ts';
import { RecordShelf } from './records/record-shelf.ts';
import { RevisionController } from './records/revision.controller.ts';
import { ReplyController } from './reply/reply.controller.ts';
import { ReplyDesk } from './reply/reply-desk.ts';
import { SessionController } from './session/session.controller.ts';
import { SessionCookie } from './session/session-cookie.ts';
import { SessionDesk } from './session/session-desk.ts';
import { InvitationPreviewController } from './sitting/invitation-preview.controller.ts';
import { SittingListController } from './sitting/sitting-list.controller.ts';
import { SittingDesk } from './sitting/sitting-desk.ts';
import { SittingPageController } from './sitting/sitting-page.controller.ts';

/** Pages come last: their last route takes every address that nobody else has. */
const controllers: readonly Type[] = [
  HealthController,
  ProbesController,
  DescriptionController,
  SessionController,
  ProfileController,
  MyWorkController,
  DraftController,
  BoardController,
  ...commandControllers,
  CaseListController,
  CasePageController,
  SittingListController,
  InvitationPreviewController,
  SittingPageController,
  RevisionController,
  ReplyController,
  PagesController,
];

const desks: readonly Provider[] = [
  CommandDesk,
  CaseDesk,
  SittingDesk,
  ListDesk,
  RecordShelf,
  SessionDesk,
  ReplyDesk,
  ApiDescription,
  { provide: APP_GUARD, useClass: AccessGuard },
];

@Module({})
export class ApiModule {
  static with(config: ApiConfig, parts: ApiParts): DynamicModule {
    return {
      module: ApiModule,
      controllers: [...controllers],
      providers: [
        { provide: API_CONFIG, useValue: config },
        { provide: DataSource, useValue: parts.app },
        { provide: RecordExecutor, useValue: parts.executor },
        { provide: TextReader, useValue: parts.texts },
        { provide: DraftDrawer, useValue: parts.drafts },
        { provide: ReadingRecorder, useValue: parts.readings },
        { provide: Municipalities, useValue: parts.municipalities },
        { provide: SessionCookie, useValue: new SessionCookie(config.publicUrl) },
        { provide: HealthDesk, useValue: new HealthDesk(parts.clockRole) },
        ...desks,
      ],
    };
  }
}
