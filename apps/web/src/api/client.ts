import type { Problem } from '#libs/views';
import { isAttended } from './attention.ts';
import { ApiProblem, ApiUnreachable } from './problem.ts';

let signedOut: () => void = () => undefined;

/** What is done when the API answers that nobody is signed in, whatever was asked. */
export function whenSignedOut(listener: () => void): void {
  signedOut = listener;
}

/** The thin way to the API: JSON in, JSON out, problems as exceptions. Paths begin with `/api/`; nothing leaves the origin. */
export async function getJson<T>(path: string, signal?: AbortSignal): Promise<T> {
  return send<T>('GET', path, undefined, signal);
}

export async function postJson<T>(path: string, body: unknown): Promise<T> {
  return send<T>('POST', path, body);
}

/** @param keepalive the page is going away: the request goes on without it */
export async function putJson<T>(path: string, body: unknown, keepalive = false): Promise<T> {
  return send<T>('PUT', path, body, undefined, keepalive);
}

/** @param keepalive like that of {@link putJson} */
export async function deleteJson(path: string, keepalive = false): Promise<void> {
  await send<unknown>('DELETE', path, undefined, undefined, keepalive);
}

/** @throws ApiProblem when the API refuses, ApiUnreachable when no usable answer comes (offline, 5xx). */
async function send<T>(
  method: string,
  path: string,
  body: unknown,
  signal?: AbortSignal,
  keepalive = false,
): Promise<T> {
  const response = await answered(path, {
    method,
    credentials: 'same-origin',
    keepalive,
    headers: {
      accept: 'application/json',
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      // Nobody is at the window: what it reads by itself does not keep the session alive.
      ...(method === 'GET' && !isAttended() ? { 'tsunagi-unasked': '1' } : {}),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    ...(signal === undefined ? {} : { signal }),
  });
  const text = await response.text();
  if (response.status >= 500) throw unreachable(problemOf(response.status, text));
  // The question who is signed in has that answer itself.
  if (response.status === 401 && path !== '/api/session') signedOut();
  if (!response.ok) throw new ApiProblem(problemOf(response.status, text));
  return (text === '' ? undefined : JSON.parse(text)) as T;
}

async function answered(path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') throw error;
    throw new ApiUnreachable('no answer', { passes: {} });
  }
}

function problemOf(status: number, text: string): Problem {
  try {
    return { ...unknownProblem(status), ...(JSON.parse(text) as Partial<Problem>) };
  } catch {
    return unknownProblem(status);
  }
}

/** Of 503 (RFC 9110: come again later) the server's own sentence is told; of other failures only the code. */
function unreachable(problem: Problem): ApiUnreachable {
  const { status, detail, params } = problem;
  const code = codeOf(problem);
  if (status !== 503) return new ApiUnreachable(`status ${status}`, { code });
  const { retryAfter } = params ?? {};
  return new ApiUnreachable(`status ${status}`, {
    code,
    ...(detail === '' ? {} : { detail }),
    passes: typeof retryAfter === 'number' ? { afterSeconds: retryAfter } : {},
  });
}

/** '500 unexpected 0190…': with the number under which it is in the log. */
const codeOf = ({ status, code, params }: Problem): string =>
  [status, code, params?.['id']].filter((part) => part !== undefined).join(' ');

/** What stands in for an answer that is none of ours (a proxy's page). */
const unknownProblem = (status: number): Problem => ({
  type: 'about:blank',
  title: '',
  status,
  code: 'unknown',
  detail: '',
});

/**
 * A UUID of version 7 for `commandId`: it tells when it was made, so that the server need not keep it for ever
 * (docs/decisions/0009-forgotten-commands.md). Not `crypto.randomUUID`, which is missing on plain http inside an office network.
 */
export function newCommandId(nowMs = Date.now()): string {
  const random = [...crypto.getRandomValues(new Uint8Array(10))]
    .map((byte, index) => (index === 0 ? (byte & 0x0f) | 0x70 : index === 2 ? (byte & 0x3f) | 0x80 : byte))
    .map((byte) => byte.toString(16).padStart(2, '0'))
    .join('');
  const hex = nowMs.toString(16).padStart(12, '0') + random;
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}
