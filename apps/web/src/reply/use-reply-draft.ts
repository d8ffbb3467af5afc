import { useEffect } from 'react';
import { draftKey, readReplyDraft, type ReplyDraft } from './reply-draft.ts';

/** The place of one link's draft: this tab, until it is closed. */
export interface DraftPlace {
  readonly read: (sequence: number) => ReplyDraft | null;
  readonly keep: (draft: ReplyDraft) => void;
  readonly forget: () => void;
}

/** A browser that is told to keep nothing throws already when it is asked; then the window's own question has to do. */
export function draftPlaceOf(token: string): DraftPlace {
  const key = draftKey(token);
  return {
    read: (sequence) => readReplyDraft(tried(() => window.sessionStorage.getItem(key)) ?? null, sequence),
    keep: (draft) => {
      tried(() => {
        window.sessionStorage.setItem(key, JSON.stringify(draft));
      });
    },
    forget: () => {
      tried(() => {
        window.sessionStorage.removeItem(key);
      });
    },
  };
}

function tried<T>(action: () => T): T | undefined {
  try {
    return action();
  } catch {
    return undefined;
  }
}

/** Keeps what was chosen as long as it is not sent, and asks before the window is left. `null`: nothing was typed. */
export function useReplyDraft(place: DraftPlace, draft: ReplyDraft | null): void {
  const content = draft === null ? null : JSON.stringify(draft);
  useEffect(() => {
    if (content === null) {
      place.forget();
      return undefined;
    }
    place.keep(JSON.parse(content) as ReplyDraft);
    const ask = (event: BeforeUnloadEvent): void => {
      event.preventDefault();
    };
    window.addEventListener('beforeunload', ask);
    return () => {
      window.removeEventListener('beforeunload', ask);
    };
  }, [place, content]);
}
