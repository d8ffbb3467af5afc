import { Body, Controller, Get, HttpCode, Ip, Param, Post } from '@nestjs/common';
import type { ReplyView } from '#libs/views';
import { ApiTags } from '@nestjs/swagger';
import { Asks, ByLink } from '../access/asks.ts';
import { Answers } from '../description/answers.ts';
import { ReplyDto } from './reply-body.ts';
import { ReplyDesk } from './reply-desk.ts';

/** For people outside: no account, no session, the least data. */
@ApiTags('outside')
@Controller('api/o/reply')
export class ReplyController {
  readonly #desk: ReplyDesk;

  constructor(desk: ReplyDesk) {
    this.#desk = desk;
  }

  @Get(':token')
  @ByLink()
  @Asks('reply.read')
  @Answers('ReplyView')
  async look(@Param('token') token: string, @Ip() from: string): Promise<ReplyView> {
    return this.#desk.look(token, from);
  }

  @Post(':token')
  @HttpCode(200)
  @ByLink()
  @Asks('answer-invitation')
  @Answers('ReplyView')
  async answer(@Param('token') token: string, @Body() dto: ReplyDto, @Ip() from: string): Promise<ReplyView> {
    return this.#desk.answer(token, dto, from);
  }
}
