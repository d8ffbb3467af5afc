import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { ReplyKind } from '#libs/domain';
import { getJson, newCommandId, postJson } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import type { ReplyView } from '#libs/views';
import { draftPlaceOf, type DraftPlace } from './use-reply-draft.ts';

export interface Answer {
  readonly reply: ReplyKind;
  readonly proxyText: string | null;
  /** Revision of the invitation that was seen. */
  readonly sequence: number;
}

export type Sending =
  { readonly kind: 'idle' | 'sending' | 'unreachable' } | { readonly kind: 'refused'; readonly detail: string };
export type Standing =
  { readonly kind: 'loading' | 'unknown' | 'unreachable' } | { readonly kind: 'there'; readonly view: ReplyView };

export interface Reply {
  readonly standing: Standing;
  readonly sending: Sending;
  /** Where what was chosen is kept until it is sent. */
  readonly place: DraftPlace;
  readonly reload: () => void;
  /** Sends an answer. The same answer again keeps its commandId, so a retry counts once. */
  readonly send: (answer: Answer) => void;
}

/** Reads what the link leads to and sends the answer. Reading never changes anything; only `send` does. */
export function useReply(token: string): Reply {
  const path = `/api/o/reply/${encodeURIComponent(token)}`;
  const [standing, setStanding] = useState<Standing>({ kind: token === '' ? 'unknown' : 'loading' });
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const place = useMemo(() => draftPlaceOf(token), [token]);
  const sent = useRef<{ readonly id: string; readonly text: string } | null>(null);

  const load = useCallback(() => {
    if (token === '') return;
    getJson<ReplyView>(path).then(
      (view) => {
        if (view.state === 'cancelled' || view.state === 'held') place.forget();
        setStanding({ kind: 'there', view });
      },
      (error: unknown) => {
        const isNobodys = error instanceof ApiProblem && error.problem.status === 404;
        if (isNobodys) place.forget();
        setStanding({ kind: isNobodys ? 'unknown' : 'unreachable' });
      },
    );
  }, [path, place, token]);
  useEffect(load, [load]);

  const send = (answer: Answer): void => {
    const text = JSON.stringify(answer);
    if (sent.current?.text !== text) sent.current = { id: newCommandId(), text };
    setSending({ kind: 'sending' });
    postJson<ReplyView>(path, { commandId: sent.current.id, ...answer }).then(
      (view) => {
        sent.current = null;
        place.forget();
        setSending({ kind: 'idle' });
        setStanding({ kind: 'there', view });
      },
      (error: unknown) => {
        setSending(
          error instanceof ApiProblem ? { kind: 'refused', detail: error.problem.detail } : { kind: 'unreachable' },
        );
        if (error instanceof ApiProblem) load();
      },
    );
  };

  return {
    standing,
    sending,
    place,
    reload: () => {
      setStanding({ kind: 'loading' });
      load();
    },
    send,
  };
}
