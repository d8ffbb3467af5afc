/** What is told when everything runs. */
export interface Announcement {
  readonly url: string;
  /** Demo people; none outside the demo. */
  readonly people: readonly { readonly name: string; readonly role: string }[];
  /** undefined: mail goes to the given SMTP server. */
  readonly mailPageUrl: string | undefined;
  /** undefined: a given Temporal is used. */
  readonly temporalPageUrl: string | undefined;
  /** Milliseconds from the command to the first page that was answered. */
  readonly firstPageMs: number;
  /** Whether that is counted from `npm start`, or only from the start of this process. */
  readonly countedFromCommand: boolean;
}

/** The summary, one line each, Japanese. */
export function announcementLines(told: Announcement): string[] {
  const from = told.countedFromCommand ? 'コマンドから' : 'このプロセスの開始から';
  return [
    '',
    `つなぎが動いています: ${told.url}`,
    ...(told.people.length === 0 ? [] : ['  デモの人(架空。最初の画面で選んで入ります)']),
    ...told.people.map(({ name, role }) => `    ${name}: ${role}`),
    ...(told.mailPageUrl === undefined ? [] : [`  届いたメールを見る: ${told.mailPageUrl}`]),
    ...(told.temporalPageUrl === undefined ? [] : [`  手続きの動きを見る(Temporal): ${told.temporalPageUrl}`]),
    `最初の画面まで ${(told.firstPageMs / 1000).toFixed(1)} 秒(${from})`,
    '終わるには Ctrl-C を押してください。',
    '',
  ];
}
