import { useEffect, useRef, useState } from 'react';
import type { DraftView } from '#libs/views';
import type { FormDraft } from '../../draft/draft-content.ts';
import type { DraftOf } from '../../draft/draft-place.ts';
import { useDrafts } from '../../draft/drafts-context.tsx';

type Start =
  | { readonly kind: 'reading' }
  | { readonly kind: 'failed'; readonly error: unknown; readonly again: () => void }
  | { readonly kind: 'known'; readonly draft: DraftView };

/** What was typed here before and not sent. A form begins when that is known: else what is typed now would take its place. */
export function useDraftBefore(place: string): Start {
  const drafts = useDrafts();
  const [start, setStart] = useState<Start>({ kind: 'reading' });
  const [attempt, setAttempt] = useState(0);
  useEffect(() => {
    let stale = false;
    const tell = (found: Start): void => {
      if (!stale) setStart(found);
    };
    drafts.read(place).then(
      (draft) => {
        tell({ kind: 'known', draft });
      },
      (error: unknown) => {
        tell({
          kind: 'failed',
          error,
          again: () => {
            setAttempt((n) => n + 1);
          },
        });
      },
    );
    return () => {
      stale = true;
    };
  }, [drafts, place, attempt]);
  return start;
}

/** Keeps what is typed as the draft of its place; what is as at the beginning again needs none. */
export function useDraftKeeping({ place, title }: DraftOf, draft: FormDraft, typed: boolean, restored: boolean): void {
  const drafts = useDrafts();
  const content = JSON.stringify(draft);
  const kept = useRef(restored ? content : undefined);
  useEffect(() => {
    if (typed && content !== kept.current) {
      drafts.keep(place, { title, content });
      kept.current = content;
    } else if (!typed && kept.current !== undefined) {
      drafts.remove(place);
      kept.current = undefined;
    }
  }, [drafts, place, title, content, typed]);
}
