import { useState, type ReactNode } from 'react';
import { agencyName, useProfile } from '../api/profile-context.tsx';
import type { Profile } from '../api/session.ts';
import type { HistoryEntry } from '../api/standing-views.ts';
import { Button } from '../components/button.tsx';
import { InstantText } from '../components/date-text.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { historyWords } from './history-words.ts';

const atFirst = 12;

/** What was done, newest first, by whom; what the system did by itself says so. */
export function HistoryPanel({ history }: { readonly history: readonly HistoryEntry[] }): ReactNode {
  const profile = useProfile();
  const [all, setAll] = useState(false);
  const newestFirst = history.toSorted((a, b) => b.seq - a.seq);
  const shown = all ? newestFirst : newestFirst.slice(0, atFirst);
  return (
    <Section id="history" title={t('history.title')}>
      <ol className="grid gap-2">
        {shown.map((entry) => (
          <li
            key={entry.seq}
            className="grid gap-x-4 border-b border-solid-gray-100 pb-2 last:border-b-0 sm:grid-cols-[9.5rem_minmax(0,1fr)]"
          >
            <span className="text-solid-gray-700">
              <InstantText at={entry.at} />
            </span>
            <span>
              {historyWords(entry, profile)}
              <span className="text-solid-gray-700">{t('history.by', { who: giverOf(entry, profile) })}</span>
            </span>
          </li>
        ))}
      </ol>
      {newestFirst.length > shown.length ? (
        <Button
          className="no-print mt-4"
          onClick={() => {
            setAll(true);
          }}
        >
          {t('history.all', { count: newestFirst.length })}
        </Button>
      ) : null}
    </Section>
  );
}

/** A person by name, or by agency where the name is gone or there is no account; procedures and the clock are 自動. */
function giverOf({ actorName, actorAgency, actorKind }: HistoryEntry, profile: Profile): string {
  if (actorName !== null) return actorName;
  const isPerson = actorKind === 'person' || actorKind === 'invitee';
  return isPerson && actorAgency ? agencyName(profile, actorAgency) : t('history.system');
}
