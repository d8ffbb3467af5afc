const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => entities[sign] ?? sign);

const paragraph = (text: string): string => `<p>${escaped(text).replaceAll('\n', '<br>')}</p>`;

/** The same words as the text part, with one link; no images, no styles from elsewhere, nothing that tells the sender of its reading. */
export function mailHtml(
  lang: string,
  before: readonly string[],
  action: { readonly label: string; readonly url: string },
  after: readonly string[],
): string {
  const link = `<p><a href="${escaped(action.url)}">${escaped(action.label)}</a><br>${escaped(action.url)}</p>`;
  return [
    `<!DOCTYPE html><html lang="${lang}"><head><meta charset="utf-8"></head><body style="font-size:16px;line-height:1.7">`,
    ...before.map(paragraph),
    link,
    '<hr>',
    ...after.map(paragraph),
    '</body></html>',
  ].join('\n');
}
