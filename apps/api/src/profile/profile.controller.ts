import { Controller, Get } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { holidaysUntil, toWareki } from '#libs/calendar';
import { membersOf } from '#libs/persistence';
import type { ProfileView } from '#libs/views';
import { DataSource } from 'typeorm';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { Municipalities } from '../municipality/municipalities.ts';
import { asViewer } from '../records/tenant.ts';
import { SignedIn, type Viewer } from '../session/viewer.ts';

@ApiTags('profile')
@Controller('api/profile')
export class ProfileController {
  readonly #app: DataSource;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, municipalities: Municipalities) {
    this.#app = app;
    this.#municipalities = municipalities;
  }

  @Get()
  @Asks('profile.read')
  @Answers('ProfileView')
  async read(@SignedIn() viewer: Viewer): Promise<ProfileView> {
    const { rules, calendar, today } = this.#municipalities.today(viewer.municipality);
    return {
      municipality: { code: rules.municipality, name: rules.municipalityName },
      competentSection: rules.competentSection,
      coordinatingBody: rules.coordinatingBody,
      agencies: rules.agencies.map(({ code, name, kind, channel }) => ({ code, name, kind, channel })),
      bodies: rules.bodies.map(({ legalBasis: _code, ...body }) => ({
        ...body,
        earliestHeldOn: calendar.addOpenDays(today, body.noticeOpenDays),
      })),
      handoffBases: rules.handoffBases,
      intakePoints: rules.intakePoints,
      people: await asViewer(this.#app, viewer, membersOf),
      today,
      wareki: toWareki(today).text,
      holidaysUntil: holidaysUntil(calendar, today),
      monitoringEveryMonths: rules.monitoringEveryMonths,
      planMaxMonths: rules.planMaxMonths,
    };
  }
}
