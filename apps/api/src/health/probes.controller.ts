import { Controller, Get, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { ProbeView } from '#libs/views';
import { Asks } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { HealthDesk } from './health-desk.ts';

/** For whoever starts this process and sends it requests (a supervisor, a load balancer). How the whole house is: `/api/health`. */
@ApiTags('health')
@Controller()
export class ProbesController {
  readonly #desk: HealthDesk;

  constructor(desk: HealthDesk) {
    this.#desk = desk;
  }

  /** 200 while the process answers at all: otherwise it is to be started again. */
  @Get('live')
  @Asks('health.read')
  @Answers('ProbeView')
  live(): ProbeView {
    return { status: 'ok' };
  }

  /** 200 while this process can serve, 503 while its database does not answer. */
  @Get('ready')
  @Asks('health.read')
  @Answers('ProbeView', 503)
  async ready(@Res({ passthrough: true }) reply: FastifyReply): Promise<ProbeView> {
    const ready = await this.#desk.isReady();
    void reply.status(ready ? 200 : 503);
    return { status: ready ? 'ok' : 'bad' };
  }
}
