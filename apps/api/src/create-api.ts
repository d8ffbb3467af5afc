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
import { setSecurityHeaders } from './pages/security-headers.ts';
import { ProblemFilter } from './problem/problem.filter.ts';
import { shapePipe } from './shape/shape.pipe.ts';

/** A body of a plan with many roles stays far below this. */
const largestBodyBytes = 512 * 1024;

/** Puts the API together; it listens when its caller says so, or is asked by `inject` in tests. */
export async function createApi(config: ApiConfig, parts: ApiParts): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit: largestBodyBytes,
    forceCloseConnections: 'idle',
    // the place of a draft names a record, a form and what it is about
    routerOptions: { maxParamLength: 200 },
  });
  const app = await NestFactory.create<NestFastifyApplication>(ApiModule.with(config, parts), adapter, {
    logger: apiLogger(config.logRequests ?? false),
    abortOnError: false,
  });
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', (request, reply, next) => {
    setSecurityHeaders(request, reply, config.publicUrl);
    next();
  });
  if (config.logRequests ?? false) logRequests(fastify);
  await app.register(cookie);
  await app.register(files, { root: config.webRoot ?? builtPages(), serve: false });
  app.useGlobalPipes(shapePipe());
  app.useGlobalFilters(new ProblemFilter());
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
