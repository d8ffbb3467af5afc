import { ConsoleLogger, type LoggerService } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';

/**
 * Nest's log: JSON lines for a process of its own; in the one-machine start, which owns the screen, only what went wrong.
 */
export const apiLogger = (alone: boolean): LoggerService =>
  new ConsoleLogger({
    json: alone,
    colors: false,
    logLevels: alone ? ['log', 'warn', 'error', 'fatal'] : ['error', 'fatal'],
  });

/** One line a request: method, route pattern, status, milliseconds. No address, no query, no body: they name people and hold links. */
export function logRequests(fastify: FastifyInstance): void {
  const log = pino({ base: null, timestamp: pino.stdTimeFunctions.isoTime });
  fastify.addHook('onResponse', (request, reply, next) => {
    log.info({
      method: request.method,
      route: request.routeOptions.url ?? null,
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    });
    next();
  });
}
