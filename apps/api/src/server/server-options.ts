import type { FastifyReply, FastifyRequest } from 'fastify';
import { STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { headersFor } from '../pages/security-headers.ts';
import { refusalOfStatus } from '../problem/framework-problems.ts';
import { problem } from '../problem/problem.ts';

/** A body of a plan with many roles stays far below this. */
const largestBodyBytes = 512 * 1024;
/** A request has this long to arrive as a whole; who sends drop by drop is cut. */
const slowestRequestMs = 20_000;

/** What Node says of a request that it could not read, as a status. */
const statusOfCode: Readonly<Record<string, number>> = {
  HPE_HEADER_OVERFLOW: 431,
  ERR_HTTP_REQUEST_TIMEOUT: 408,
};

interface ServerSettings {
  readonly publicUrl: string;
  readonly slowestRequestMs?: number;
  readonly trustedProxies?: readonly string[];
}

/** How Fastify is set up: what it refuses before any route is asked is told as everywhere, with our headers. */
export const serverOptions = ({
  publicUrl,
  slowestRequestMs: slowest = slowestRequestMs,
  trustedProxies = [],
}: ServerSettings) => ({
  trustProxy: trustedProxies.length > 0 && [...trustedProxies],
  bodyLimit: largestBodyBytes,
  forceCloseConnections: 'idle' as const,
  // The place of a draft names a record, a form and what it is about.
  routerOptions: { maxParamLength: 200 },
  requestTimeout: slowest,
  http: {
    requestTimeout: slowest,
    headersTimeout: slowest,
    connectionsCheckingInterval: Math.min(2_000, slowest),
  },
  // Addresses that cannot be decoded, parts of them that are too long: there is nothing.
  frameworkErrors: (_error: Error, request: FastifyRequest, reply: FastifyReply): void => {
    void reply
      .status(404)
      .headers(headersFor(request.url, publicUrl))
      .header('content-type', 'application/problem+json; charset=utf-8')
      .send(JSON.stringify(refusalOfStatus(404)));
  },
  clientErrorHandler: (error: NodeJS.ErrnoException, socket: Socket): void => {
    if (error.code === 'ECONNRESET' || socket.destroyed) return;
    if (socket.writable) socket.write(rawRefusal(statusOfCode[error.code ?? ''] ?? 400, publicUrl));
    socket.destroySoon();
  },
});

function rawRefusal(status: number, publicUrl: string): string {
  const body = JSON.stringify(refusalOfStatus(status) ?? problem(status, 'request.refused', ''));
  const headers = {
    ...headersFor('/api/', publicUrl),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  };
  const lines = Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`);
  return `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\n${lines.join('')}\r\n${body}`;
}
