import { useState, type ReactNode } from 'react';
import { replyKinds, type ReplyKind } from '#libs/domain';
import { Banner } from '../components/banner.tsx';
import { say } from './reply-texts.ts';
import type { Answer, Sending } from './use-reply.ts';
import { useReplyDraft, type DraftPlace } from './use-reply-draft.ts';

interface ReplyFormProps {
  readonly before: ReplyKind | null;
  readonly sequence: number;
  /** An answer that still holds is being changed. */
  readonly again: boolean;
  readonly sending: Sending;
  readonly place: DraftPlace;
  readonly onSend: (answer: Answer) => void;
  readonly onKeep?: () => void;
}

const offered = (['attend', 'proxy', 'online', 'written', 'absent'] as const satisfies readonly ReplyKind[]).filter(
  (kind) => replyKinds.includes(kind),
);

/** 出席, 代理出席, オンライン, 書面意見, 欠席: big enough for a thumb. */
export function ReplyForm({ before, sequence, again, sending, place, onSend, onKeep }: ReplyFormProps): ReactNode {
  const [kept] = useState(() => place.read(sequence));
  const [reply, setReply] = useState<ReplyKind | null>(kept?.reply ?? before);
  const [proxyName, setProxyName] = useState(kept?.proxyName ?? '');
  const [missing, setMissing] = useState<'chooseFirst' | 'proxyFirst' | null>(null);
  const isSending = sending.kind === 'sending';
  useReplyDraft(place, reply === before && proxyName === '' ? null : { reply, proxyName, sequence });

  const send = (): void => {
    if (isSending) return;
    const name = proxyName.trim();
    if (reply === null) setMissing('chooseFirst');
    else if (reply === 'proxy' && name === '') setMissing('proxyFirst');
    else {
      setMissing(null);
      onSend({ reply, proxyText: reply === 'proxy' ? name : null, sequence });
    }
  };

  return (
    <form
      noValidate
      className="grid gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        send();
      }}
    >
      {kept === null ? null : <p role="status">{say('draftBack')}</p>}
      <fieldset className="grid gap-2">
        <legend className="mb-2 text-std-20B-150">{say('question')}</legend>
        {offered.map((kind) => (
          <label
            key={kind}
            className="flex min-h-14 items-center gap-3 rounded-8 border border-solid-gray-420 px-4 py-2 text-std-17N-170 has-checked:border-2 has-checked:border-blue-900 has-checked:bg-blue-50 has-checked:font-700"
          >
            <input
              type="radio"
              name="reply"
              value={kind}
              checked={reply === kind}
              onChange={() => {
                setReply(kind);
                setMissing(null);
              }}
              className="size-5 shrink-0 accent-blue-900"
            />
            {say(`reply.${kind}`)}
          </label>
        ))}
      </fieldset>
      {reply === 'proxy' ? (
        <label className="grid gap-1">
          <span className="font-700">{say('proxyName')}</span>
          <span className="text-solid-gray-700">{say('proxyHint')}</span>
          <input
            value={proxyName}
            autoComplete="off"
            aria-invalid={missing === 'proxyFirst' || undefined}
            onChange={(event) => {
              setProxyName(event.target.value);
            }}
            className="min-h-12 rounded-8 border border-solid-gray-600 px-3"
          />
        </label>
      ) : null}
      {missing === null ? null : (
        <p role="alert" className="font-700 text-red-900">
          {say(missing)}
        </p>
      )}
      <Trouble sending={sending} />
      <button
        type="submit"
        aria-disabled={isSending || undefined}
        className="min-h-14 rounded-8 bg-blue-900 px-4 text-std-18B-160 text-white hover:bg-blue-1000 aria-disabled:bg-solid-gray-300 aria-disabled:text-solid-gray-800"
      >
        {say(isSending ? 'sending' : again ? 'sendAgain' : 'send')}
      </button>
      {onKeep === undefined ? null : (
        <button
          type="button"
          onClick={() => {
            place.forget();
            onKeep();
          }}
          className="min-h-11 text-blue-900 underline underline-offset-4"
        >
          {say('keep')}
        </button>
      )}
    </form>
  );
}

function Trouble({ sending }: { readonly sending: Sending }): ReactNode {
  if (sending.kind === 'unreachable') {
    return (
      <Banner tone="bad" title={say('notSent')} role="alert">
        {say('notSentText')}
      </Banner>
    );
  }
  if (sending.kind === 'refused') {
    return (
      <Banner tone="bad" title={say('refused')} role="alert">
        {sending.detail}
      </Banner>
    );
  }
  return null;
}
