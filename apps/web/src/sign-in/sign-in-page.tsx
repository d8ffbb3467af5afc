import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { postJson } from '../api/client.ts';
import { useDemoPeople } from '../api/queries.ts';
import type { DemoPerson } from '#libs/views';
import { Banner } from '../components/banner.tsx';
import { Loaded } from '../components/load-state.tsx';
import { t } from '../messages/translate.ts';

/** Where a session begins. Locally with the demo: one of its people is chosen; otherwise nothing can be done here. */
export function SignInPage(): ReactNode {
  const people = useDemoPeople();
  const [failed, setFailed] = useState(false);
  const queries = useQueryClient();
  useEffect(() => {
    document.title = t('app.title', { page: t('signIn.title') });
  }, []);
  const signIn = (person: DemoPerson): void => {
    setFailed(false);
    postJson('/api/session', { membershipId: person.membershipId }).then(
      () => void queries.invalidateQueries(),
      () => {
        setFailed(true);
      },
    );
  };
  return (
    <>
      {people.data ? (
        <aside aria-label={t('app.demo')} className="demo-stripe px-4 py-1 text-center text-std-16B-170">
          {t('app.demo')}
        </aside>
      ) : null}
      <main className="mx-auto grid max-w-4xl gap-6 px-4 py-8 md:py-12">
        <div>
          <p className="text-std-32B-150 text-blue-1000">{t('app.name')}</p>
          <p>{t('app.tagline')}</p>
        </div>
        <h1 className="text-std-24B-150">{t('signIn.title')}</h1>
        {failed ? (
          <Banner tone="bad" title={t('signIn.failed')} role="alert">
            {t('load.failedDetail')}
          </Banner>
        ) : null}
        <Loaded query={people}>
          {(found) => (found === null ? <NoDemo /> : <People people={found} onChoose={signIn} />)}
        </Loaded>
      </main>
    </>
  );
}

function NoDemo(): ReactNode {
  return (
    <Banner tone="info" title={t('signIn.unavailable')}>
      {t('signIn.unavailableDetail')}
    </Banner>
  );
}

function People({
  people,
  onChoose,
}: {
  readonly people: readonly DemoPerson[];
  readonly onChoose: (person: DemoPerson) => void;
}): ReactNode {
  return (
    <>
      <p>{t('signIn.demoIntro')}</p>
      <ul className="grid gap-3 sm:grid-cols-2">
        {people.map((person) => (
          <li key={person.membershipId}>
            <button
              type="button"
              onClick={() => {
                onChoose(person);
              }}
              className="card grid h-full w-full gap-1 p-4 text-left hover:border-blue-900 hover:bg-blue-50"
            >
              <span className="text-std-18B-160 text-blue-900 underline underline-offset-4">{person.displayName}</span>
              <span>{person.agencyName}</span>
              <span className="text-solid-gray-700">{person.posts.map((post) => t(`post.${post}`)).join('、')}</span>
            </button>
          </li>
        ))}
      </ul>
    </>
  );
}
