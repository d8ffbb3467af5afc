import { useEffect, useState, type ReactNode } from 'react';
import type { ReplyInvitation, ReplyOver, ReplyView } from '#libs/views';
import { Banner } from '../components/banner.tsx';
import { fullDate, instantText } from '../messages/dates.ts';
import { ReplyForm } from './reply-form.tsx';
import { say } from './reply-texts.ts';
import { useReply, type Reply, type Standing } from './use-reply.ts';

/** What an invited body sees behind its link: date, place, its own answer. No account, no case. */
export function ReplyPage({ token }: { readonly token: string }): ReactNode {
  const reply = useReply(token);
  useEffect(() => {
    document.title = say('title');
  }, []);
  const { standing } = reply;
  return (
    <>
      {standing.kind === 'there' && standing.view.demo ? (
        <aside aria-label={say('demo')} className="demo-stripe px-4 py-1 text-center text-std-16B-170">
          {say('demo')}
        </aside>
      ) : null}
      <main className="mx-auto grid max-w-xl gap-6 px-4 py-6">
        <h1 className="text-std-24B-150">{say('title')}</h1>
        {standing.kind === 'there' ? (
          <There view={standing.view} reply={reply} />
        ) : (
          <Elsewhere kind={standing.kind} onRetry={reply.reload} />
        )}
      </main>
    </>
  );
}

function Elsewhere({
  kind,
  onRetry,
}: {
  readonly kind: Exclude<Standing['kind'], 'there'>;
  readonly onRetry: () => void;
}): ReactNode {
  if (kind === 'loading') {
    return (
      <div role="status" aria-busy="true" className="grid gap-3">
        <span className="sr-only">{say('loading')}</span>
        <div aria-hidden="true" className="h-24 animate-pulse rounded-8 bg-solid-gray-100" />
        <div aria-hidden="true" className="h-48 animate-pulse rounded-8 bg-solid-gray-100" />
      </div>
    );
  }
  if (kind === 'unknown') {
    return (
      <Banner tone="warn" title={say('unknown')} role="alert">
        {say('unknownText')}
      </Banner>
    );
  }
  return (
    <Banner tone="bad" title={say('unreachable')} role="alert">
      <p>{say('unreachableText')}</p>
      <button
        type="button"
        onClick={onRetry}
        className="mt-3 min-h-11 rounded-8 border border-current bg-white px-4 text-std-16B-170 text-blue-900"
      >
        {say('retry')}
      </button>
    </Banner>
  );
}

function There({ view, reply }: { readonly view: ReplyView; readonly reply: Reply }): ReactNode {
  return isOver(view) ? <Over view={view} /> : <Invitation view={view} reply={reply} />;
}

const isOver = (view: ReplyView): view is ReplyOver => view.state === 'cancelled' || view.state === 'held';

/** The link has ended with its meeting. */
function Over({ view: { state, officeName, officePhone } }: { readonly view: ReplyOver }): ReactNode {
  return (
    <>
      <Banner tone="info" title={say(state)}>
        {say(`${state}Text`)}
      </Banner>
      <footer className="grid gap-1 border-t border-solid-gray-200 pt-4 text-solid-gray-800">
        <p>{officeName}</p>
        {officePhone ? <p>{say('phone', { phone: officePhone })}</p> : null}
      </footer>
    </>
  );
}

function Invitation({ view, reply }: { readonly view: ReplyInvitation; readonly reply: Reply }): ReactNode {
  return (
    <>
      {view.state === 'moved' ? (
        <Banner tone="warn" title={say('moved')} role="alert">
          {say('movedText')}
        </Banner>
      ) : null}
      {view.state === 'late' && view.answered === null ? (
        <Banner tone="warn" title={say('late')}>
          {say('lateText')}
        </Banner>
      ) : null}
      <section aria-label={view.bodyName} className="card grid gap-3 p-4">
        {view.agencyName ? <p>{say('for', { agency: view.agencyName })}</p> : null}
        <h2 className="text-std-20B-150">{say('body.name', { name: view.bodyName, ordinal: view.ordinal })}</h2>
        <dl className="grid gap-2">
          <Line label={say('when')}>
            <span className="font-700">{fullDate(view.heldOn)}</span>
            <br />
            {say('hours', { startsAt: view.startsAt, endsAt: view.endsAt })}
          </Line>
          <Line label={say('place')}>{view.place ?? say('placeUnknown')}</Line>
          {view.replyDueOn === null ? null : (
            <Line label={say('due')}>{say('dueText', { date: fullDate(view.replyDueOn) })}</Line>
          )}
        </dl>
      </section>
      <Answering key={`${view.answered?.at ?? view.state} ${view.sequence}`} view={view} reply={reply} />
      <footer className="grid gap-1 border-t border-solid-gray-200 pt-4 text-solid-gray-800">
        <p>{say('from', { office: view.officeName })}</p>
        {view.officePhone ? (
          <p>
            {say('contact')} {say('phone', { phone: view.officePhone })}
          </p>
        ) : null}
        <p>{say('privacy')}</p>
      </footer>
    </>
  );
}

function Line({ label, children }: { readonly label: string; readonly children: ReactNode }): ReactNode {
  return (
    <div className="grid grid-cols-[6.5rem_minmax(0,1fr)] gap-2">
      <dt className="text-solid-gray-700">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** The stored answer with the way to change it, or the question. */
function Answering({ view, reply }: { readonly view: ReplyInvitation; readonly reply: Reply }): ReactNode {
  const { answered } = view;
  const [changing, setChanging] = useState(() => answered !== null && reply.place.read(view.sequence) !== null);
  if (answered === null || changing || view.state === 'moved') {
    return (
      <ReplyForm
        before={answered?.reply ?? null}
        sequence={view.sequence}
        again={changing}
        sending={reply.sending}
        place={reply.place}
        onSend={reply.send}
        {...(changing
          ? {
              onKeep: () => {
                setChanging(false);
              },
            }
          : {})}
      />
    );
  }
  return (
    <Banner tone="good" title={say('answered')} role="status">
      <p className="text-std-17B-170">
        {say('answeredText', { reply: say(`reply.${answered.reply}`), at: instantText(answered.at) })}
      </p>
      <p className="mt-1">{say('answeredChange')}</p>
      <button
        type="button"
        onClick={() => {
          setChanging(true);
        }}
        className="mt-3 min-h-11 rounded-8 border border-current bg-white px-4 text-std-16B-170 text-blue-900"
      >
        {say('change')}
      </button>
    </Banner>
  );
}
