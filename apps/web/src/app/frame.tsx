import { useState, type ReactNode } from 'react';
import { NavLink, useNavigate } from 'react-router';
import { agencyName } from '../api/agency-names.ts';
import { useOffice } from '../api/profile-context.tsx';
import { Button } from '../components/button.tsx';
import { classNames } from '../components/class-names.ts';
import { fullDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { mayOpenCase, mayReadBoard } from '../work/may-begin.ts';
import { KeyHelp } from './key-help.tsx';
import { PrintHead } from './print-head.tsx';
import { OfflineNotice } from './offline-notice.tsx';
import { useShortcuts } from './use-shortcuts.ts';

const places = [
  { to: '/work', label: 'nav.work' },
  { to: '/cases', label: 'nav.cases' },
  { to: '/sittings', label: 'nav.sittings' },
  { to: '/board', label: 'nav.board' },
] as const;

/** Skip link, demo stripe, header with the four places, main, and the list of keys. */
export function Frame({ children }: { readonly children: ReactNode }): ReactNode {
  const { session, profile } = useOffice();
  const [helpShown, setHelpShown] = useState(false);
  const navigate = useNavigate();
  const mayOpen = mayOpenCase(session);
  const mayBoard = mayReadBoard(session, profile);
  useShortcuts({ mayOpen, mayBoard }, () => {
    setHelpShown(true);
  });
  return (
    <div className={session.demo ? 'demo-pages' : undefined}>
      <a href="#main" className="skip-link">
        {t('app.skip')}
      </a>
      {session.demo ? <DemoMark /> : null}
      <PrintHead />
      <header className="no-print border-b border-solid-gray-300 bg-white">
        <div className="mx-auto flex max-w-7xl flex-wrap items-center justify-between gap-x-6 gap-y-1 px-4 pt-3 pb-1 md:px-6">
          <p className="flex items-baseline gap-3">
            <span className="text-std-22B-150 text-blue-1000">{t('app.name')}</span>
            <span>{session.municipality.name}</span>
          </p>
          <div className="flex flex-wrap items-center gap-x-4 gap-y-1">
            <span className="max-md:hidden">{t('app.today', { date: fullDate(profile.today) })}</span>
            <span>{t('account.as', { name: session.displayName, agency: agencyName(profile, session.agency) })}</span>
            <Button
              look="quiet"
              onClick={() => {
                // An address like any other: a form in which something was typed asks first.
                void navigate('/sign-out', { state: 'asked' });
              }}
            >
              {t('account.signOut')}
            </Button>
          </div>
        </div>
        <nav aria-label={t('nav.main')} className="mx-auto max-w-7xl px-4 md:px-6">
          <ul className="-mx-3 flex flex-wrap items-stretch md:-mx-4">
            {places
              .filter(({ to }) => to !== '/board' || mayBoard)
              .map(({ to, label }) => (
                <li key={to}>
                  <NavLink
                    to={to}
                    className={({ isActive }) =>
                      classNames(
                        'block border-b-4 px-3 pt-2 pb-1.5 text-std-16B-170 hover:border-blue-300 md:px-4',
                        isActive ? 'border-blue-900 text-blue-900' : 'border-transparent text-solid-gray-800',
                      )
                    }
                  >
                    {t(label)}
                  </NavLink>
                </li>
              ))}
          </ul>
        </nav>
      </header>
      <OfflineNotice />
      <main id="main" tabIndex={-1} className="mx-auto max-w-7xl px-4 pt-6 pb-24 md:px-6 print:pt-0 print:pb-0">
        {children}
      </main>
      <footer className="no-print border-t border-solid-gray-200">
        <div className="mx-auto max-w-7xl px-4 py-4 md:px-6">
          <Button
            look="quiet"
            className="-ml-2"
            onClick={() => {
              setHelpShown(true);
            }}
          >
            {t('keys.open')}
          </Button>
        </div>
      </footer>
      {helpShown ? (
        <KeyHelp
          may={{ mayOpen, mayBoard }}
          onClose={() => {
            setHelpShown(false);
          }}
        />
      ) : null}
    </div>
  );
}

/** On every page; on paper at the top of the first sheet here, and in the margin of each (office.css). */
function DemoMark(): ReactNode {
  return (
    <aside aria-label={t('app.demo')} className="demo-stripe px-4 py-1 text-center text-std-16B-170">
      {t('app.demo')}
    </aside>
  );
}
