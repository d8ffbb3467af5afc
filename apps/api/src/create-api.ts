import cookie from '@fastify/cookie';
import files from '@fastify/static';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { join } from 'node:path';
import { assertRoutes, routeTable } from './access/route-checks.ts';
import { ApiModule } from './api.module.ts';
import type { ApiParts } from './api-parts.ts';
import type { ApiConfig } from './config.ts';
import { describeApi } from './description/describe-api.ts';
import { ApiDescription } from './description/api-description.ts';
import { apiLogger, logRequests } from './log/api-log.ts';
import { headersFor } from './pages/security-headers.ts';
import { problemLog } from './log/problem-log.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { closeConnectionsAtEnd } from './server/close-connections.ts';
import { serverOptions } from './server/server-options.ts';
import { shapePipe } from './shape/shape.pipe.ts';

/** Puts the API together; it listens when its caller says so, or is asked by `inject` in tests. */
export async function createApi(config: ApiConfig, parts: ApiParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter(serverOptions(config));
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config, parts), adapter, {
    logger: apiLogger(config.logRequests ?? false),
    abortOnError: false,
    // Fastify's own parser of JSON, and no other: a form of another site can send everything else without being asked.
    bodyParser: false,
  });
  const fastify = adapter.getInstance();
  fastify.removeContentTypeParser('text/plain');
  closeConnectionsAtEnd(fastify);
  fastify.addHook('onRequest', (request, reply, next) => {
    void reply.headers(headersFor(request.url, config.publicUrl));
    next();
  });
  if (config.logRequests ?? false) logRequests(fastify);
  await app.register(cookie);
  await app.register(files, { root: config.webRoot ?? builtPages(), serve: false, preCompressed: true });
  app.useGlobalPipes(shapePipe());
  app.useGlobalFilters(new ProblemFilter(problemLog(config.problemLog)));
  assertRoutes(routeTable(app.get(ModulesContainer)));
  app.get(ApiDescription).isMadeBy(() => describeApi(app));
  await app.init();
  await fastify.ready();
  return app;
}

/** `dist/apps/web`, seen from the sources (`apps/api/src`) or from the build (`dist/apps/api/src`). */
function builtPages(): string {
  const above = join(import.meta.dirname, '../../..');
  return above.endsWith('/dist') || above.endsWith('\\dist') ? join(above, 'apps/web') : join(above, 'dist/apps/web');
}
