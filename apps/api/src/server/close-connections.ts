import type { FastifyInstance } from 'fastify';
import type { IncomingMessage } from 'node:http';
import type { Socket } from 'node:net';

/** Whoever does not take an answer within this time does not hold up the end. */
const graceMs = 3_000;

/**
 * When the server closes, requests that have arrived are answered; connections on which one is still arriving, drop by drop perhaps, are
 * cut at once, and the others when their time is over.
 */
export function closeConnectionsAtEnd(fastify: FastifyInstance): void {
  const open = new Map<Socket, IncomingMessage | undefined>();
  fastify.server.on('connection', (socket: Socket) => {
    open.set(socket, undefined);
    socket.once('close', () => open.delete(socket));
  });
  fastify.server.on('request', (request: IncomingMessage) => {
    open.set(request.socket, request);
  });
  fastify.addHook('preClose', (done) => {
    for (const [socket, request] of open) if (request?.complete !== true) socket.destroy();
    const over = setTimeout(() => {
      for (const socket of open.keys()) socket.destroy();
    }, graceMs);
    over.unref();
    done();
  });
}
