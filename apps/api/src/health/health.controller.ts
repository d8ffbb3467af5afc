import { Controller, Get, Res } from '@nestjs/common';
import { ApiOkResponse, ApiServiceUnavailableResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import { Asks } from '../access/asks.ts';
import { HealthDesk } from './health-desk.ts';
import { HealthView } from './health-view.ts';

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
  @ApiOkResponse({ type: HealthView })
  @ApiServiceUnavailableResponse({ type: HealthView })
  async read(@Res({ passthrough: true }) reply: FastifyReply): Promise<HealthView> {
    const health = await this.#desk.look();
    void reply.status(health.status === 'ok' ? 200 : 503);
    return health;
  }
}
