import { replyKinds, type ReplyKind } from '#libs/domain';

/** What was chosen and not yet sent. */
export interface ReplyDraft {
  readonly reply: ReplyKind | null;
  readonly proxyName: string;
  /** Revision of the invitation that was seen: an answer to another date is no draft of this one. */
  readonly sequence: number;
}

/** Where the draft of a link is kept. The link is a secret, so that only a hash of it (FNV-1a, 32 bits) stands there. */
export function draftKey(token: string): string {
  let hash = 0x811c9dc5;
  for (const char of token) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  return `tsunagi-reply-${hash.toString(36)}`;
}

/** @returns nothing when it is no draft of ours, or one of another revision */
export function readReplyDraft(content: string | null, sequence: number): ReplyDraft | null {
  const found = parsed(content);
  if (found['sequence'] !== sequence || typeof found['proxyName'] !== 'string') return null;
  const reply = replyKinds.find((kind) => kind === found['reply']) ?? null;
  return { reply, proxyName: found['proxyName'], sequence };
}

function parsed(content: string | null): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content ?? '');
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
