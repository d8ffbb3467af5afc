import { receivedAtOf } from './mail-store.ts';
import type { CaughtMail, MailPart } from './caught-mail.ts';

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for any place in HTML, attribute values in double quotes included. */
function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}

/** Plain text with its links made clickable: everything is escaped, only http and https become links. */
export function withLinks(text: string): string {
  return escaped(text).replace(
    /https?:\/\/[^\s<>]+?(?=(?:&quot;|&gt;|&lt;|&#39;|[)」』。、]|\s|$))/g,
    '<a href="$&" rel="noreferrer">$&</a>',
  );
}

const instant = new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'Asia/Tokyo' });
const shownInstant = (id: string): string => instant.format(new Date(receivedAtOf(id)));

const style = `body{font-family:system-ui,sans-serif;line-height:1.7;max-width:64rem;margin:2rem auto;padding:0 1rem;color:#1a1a1c}
table{border-collapse:collapse;width:100%}th,td{text-align:left;padding:.5rem;border-bottom:1px solid #ccc;vertical-align:top}
pre{white-space:pre-wrap;overflow-wrap:anywhere;background:#f5f5f5;padding:1rem;border-radius:.5rem}
iframe{width:100%;height:32rem;border:1px solid #ccc}a:focus-visible{outline:3px solid #0017c1;outline-offset:2px}`;

function page(title: string, body: string): string {
  return `<!doctype html><html lang="ja"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>${escaped(title)}</title><style>${style}</style></head><body><main>${body}</main></body></html>`;
}

export interface ListedMail {
  readonly id: string;
  readonly mail: CaughtMail;
}

/** The list, newest first. */
export function listPage(mails: readonly ListedMail[], total: number): string {
  const rows = mails.map(
    ({ id, mail }) =>
      `<tr><td>${shownInstant(id)}</td><td>${escaped(mail.to)}</td><td><a href="/mails/${id}">${escaped(mail.subject === '' ? '(件名なし)' : mail.subject)}</a></td><td>${mail.parts.length}</td></tr>`,
  );
  const table = `<table><thead><tr><th scope="col">届いた時刻</th><th scope="col">宛先</th><th scope="col">件名</th><th scope="col">添付</th></tr></thead><tbody>${rows.join('')}</tbody></table>`;
  const shown =
    total > mails.length ? `<p>全部で ${total} 通。新しいものから ${mails.length} 通を表示しています。</p>` : '';
  return page(
    '受け止めたメール',
    `<h1>受け止めたメール</h1><p>デモ(架空の記録)。ここに届いたメールは、外へは送られていません。</p>${mails.length === 0 ? '<p>まだ届いていません。</p>' : table}${shown}`,
  );
}

function partView(id: string, part: MailPart, index: number): string {
  const link = `<a href="/mails/${id}/parts/${index}" download>${escaped(part.name)}</a>(${escaped(part.mediaType)}、${part.content.length} バイト)`;
  const readable = part.mediaType.startsWith('text/') ? `<pre>${escaped(part.content.toString('utf8'))}</pre>` : '';
  return `<li>${link}${readable}</li>`;
}

/** One mail: text, HTML in a frame that may run and load nothing, attachments (calendar files as text too). */
export function mailPage(id: string, mail: CaughtMail): string {
  const rows: readonly (readonly [string, string])[] = [
    ['届いた時刻', shownInstant(id)],
    ['差出人', mail.from],
    ['宛先', mail.to],
    ['Message-ID', mail.messageId],
  ];
  const table = rows.map(([name, value]) => `<tr><th scope="row">${name}</th><td>${escaped(value)}</td></tr>`).join('');
  const html =
    mail.html === undefined
      ? ''
      : `<h2>HTML</h2><iframe sandbox="" title="HTML の本文" src="/mails/${id}/html"></iframe>`;
  const parts =
    mail.parts.length === 0
      ? ''
      : `<h2>添付</h2><ul>${mail.parts.map((part, index) => partView(id, part, index)).join('')}</ul>`;
  return page(
    mail.subject,
    `<p><a href="/">一覧へ</a></p><h1>${escaped(mail.subject)}</h1><table>${table}</table><h2>本文</h2><pre>${withLinks(mail.text)}</pre>${html}${parts}<p><a href="/mails/${id}.eml" download>元のメール(.eml)</a></p>`,
  );
}

export const missingPage = (): string => page('見つかりません', '<h1>見つかりません</h1><p><a href="/">一覧へ</a></p>');
