import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { MailStore } from './mail-store.ts';
import { receivedAtOf } from './mail-store.ts';
import { listPage, mailPage, missingPage, type ListedMail } from './mail-pages.ts';

const shownMails = 200;
const pagePolicy =
  "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
/** The HTML of a mail is somebody else's: it runs nothing, loads nothing, and has no origin. */
const mailPolicy = "sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";

interface Answer {
  readonly status: number;
  readonly mediaType: string;
  readonly body: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

const html = (body: string, status = 200): Answer => ({
  status,
  mediaType: 'text/html; charset=utf-8',
  body,
  headers: { 'content-security-policy': pagePolicy },
});
const missing = (): Answer => html(missingPage(), 404);
const download = (body: Buffer, mediaType: string): Answer => ({
  status: 200,
  mediaType,
  body,
  headers: { 'content-disposition': 'attachment' },
});

async function listed(store: MailStore): Promise<{ readonly mails: readonly ListedMail[]; readonly total: number }> {
  const { parseMail } = await import('./caught-mail.ts');
  const ids = await store.ids();
  const found = await Promise.all(
    ids.slice(0, shownMails).map(async (id) => {
      const raw = await store.read(id);
      return raw === undefined ? undefined : { id, mail: await parseMail(raw) };
    }),
  );
  return { mails: found.filter((one) => one !== undefined), total: ids.length };
}

async function oneMail(store: MailStore, id: string, rest: string): Promise<Answer> {
  const raw = await store.read(id);
  if (raw === undefined) return missing();
  if (rest === '.eml') return download(raw, 'message/rfc822');
  const { parseMail } = await import('./caught-mail.ts');
  const mail = await parseMail(raw);
  if (rest === '') return html(mailPage(id, mail));
  if (rest === '/html' && mail.html !== undefined)
    return { ...html(mail.html), headers: { 'content-security-policy': mailPolicy } };
  const part = /^\/parts\/(\d+)$/.exec(rest);
  const found = part === null ? undefined : mail.parts[Number(part[1])];
  return found === undefined ? missing() : download(found.content, 'application/octet-stream');
}

async function answerFor(store: MailStore, path: string): Promise<Answer> {
  if (path === '/') {
    const { mails, total } = await listed(store);
    return html(listPage(mails, total));
  }
  if (path === '/mails.json') {
    const { mails } = await listed(store);
    const rows = mails.map(({ id, mail: { to, subject, messageId } }) => ({
      id,
      receivedAt: receivedAtOf(id),
      to,
      subject,
      messageId,
    }));
    return { status: 200, mediaType: 'application/json', body: JSON.stringify(rows) };
  }
  const one = /^\/mails\/([0-9TZa-f-]+)(\.eml|\/html|\/parts\/\d+)?$/.exec(path);
  return one?.[1] === undefined ? missing() : oneMail(store, one[1], one[2] ?? '');
}

/** Only this machine's names: a page elsewhere must not reach the mails through a name that points here. */
function isLocal(request: IncomingMessage): boolean {
  return /^(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(request.headers.host ?? '');
}

async function respond(store: MailStore, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const path = new URL(request.url ?? '/', 'http://localhost').pathname;
  const allowed = isLocal(request) && (request.method === 'GET' || request.method === 'HEAD');
  const answer = allowed ? await answerFor(store, path) : missing();
  response.writeHead(answer.status, {
    'content-type': answer.mediaType,
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    ...answer.headers,
  });
  response.end(request.method === 'HEAD' ? undefined : answer.body);
}

export interface MailPageServer {
  readonly close: () => Promise<void>;
}

/** The page of the mail catcher, for this machine only. `/mails.json` lists the same for tests. */
export async function startMailPage(port: number, store: MailStore): Promise<MailPageServer> {
  const server = createServer((request, response) => {
    respond(store, request, response).catch((error: unknown) => {
      if (!response.headersSent) response.writeHead(500, { 'content-type': 'text/plain; charset=utf-8' });
      response.end('表示できませんでした');
      process.stderr.write(`mail page: ${error instanceof Error ? error.message : 'failed'}\n`);
    });
  });
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  return {
    close: async () => {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
