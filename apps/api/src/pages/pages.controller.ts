import { Controller, Get, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Asks } from '../access/asks.ts';
import { pageNotFound } from '../problem/edge-problems.ts';

/**
 * The two entries. Below `/` the office's pages, of which every address leads to the same file (the browser routes); below `/o/` the
 * pages for people outside, which share no file with them, so that a proxy can let the outside reach `/o/` and `/api/o/` alone.
 */
@ApiExcludeController()
@Controller()
export class PagesController {
  @Get()
  @Asks('pages.read')
  root(@Res() reply: FastifyReply): void {
    page(reply, 'index.html');
  }

  @Get('assets/*')
  @Asks('pages.read')
  asset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    asset(reply, request);
  }

  @Get('o/assets/*')
  @Asks('pages.read')
  outsideAsset(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    asset(reply, request);
  }

  @Get('o/r/:token')
  @Asks('pages.read')
  reply(@Res() reply: FastifyReply): void {
    // The page is the same for every link and knows nothing; what it shows comes from /api/o/.
    page(reply.header('cache-control', 'no-store'), 'o/reply.html');
  }

  @Get('*')
  @Asks('pages.read')
  deepLink(@Req() request: FastifyRequest, @Res() reply: FastifyReply): void {
    const [path = ''] = request.url.split('?');
    if (/^\/(api|o)(\/|$)/u.test(path) || /\.\w+$/u.test(path)) throw pageNotFound();
    page(reply, 'index.html');
  }
}

/** Names of built files hold a hash of what is in them: they never change. They lie side by side, no path leads further. */
function asset(reply: FastifyReply, request: FastifyRequest): void {
  const [path = ''] = request.url.split('?');
  if (!/^\/(o\/)?assets\/[\w-][\w.-]*$/u.test(path)) throw pageNotFound();
  void reply.sendFile(path.slice(1), { immutable: true, maxAge: '365d' });
}

function page(reply: FastifyReply, file: string): void {
  void reply.sendFile(file, { cacheControl: false });
}
