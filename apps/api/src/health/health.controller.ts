import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { HealthView } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { HealthDesk } from './health-desk.ts';

/** For whoever keeps the house running: no data about anybody, so no sign-in. */
@ApiTags('health')
@Controller('api/health')
export class HealthController {
  readonly #desk: HealthDesk;

  constructor(desk: HealthDesk) {
    this.#desk = desk;
  }

  @Get()
  @Asks('health.read')
  @Answers('HealthView', 503)
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const health = await this.#desk.look();
    void reply.status(health.status === 'ok' ? 200 : 503);
    return health;
  }
}
