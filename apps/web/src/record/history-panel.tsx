import { useState, type ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import type { HistoryEntry, ProfileView } from '#libs/views';
import { InstantText } from '../components/date-text.tsx';
import { PersonalText } from '../components/facts.tsx';
import { OpenFilter } from '../components/open-filter.tsx';
import { Section } from '../components/page.tsx';
import { ShortList } from '../components/short-list.tsx';
import { isMessageKey, t } from '../messages/translate.ts';
import { historyWords } from './history-words.ts';

/** The keeping of dates that follows from what people do; shown when somebody wants to see it. */
const isKeeping = ({ type }: HistoryEntry): boolean =>
  type.startsWith('obligation-') && type !== 'obligation-step-taken';

/** What was done, newest first, by whom; what the system did by itself says so. */
export function HistoryPanel({ history }: { readonly history: readonly HistoryEntry[] }): ReactNode {
  const profile = useProfile();
  const [withKeeping, setWithKeeping] = useState(false);
  const newestFirst = history.filter((entry) => withKeeping || !isKeeping(entry)).toSorted((a, b) => b.seq - a.seq);
  return (
    <Section
      id="history"
      title={t('history.title')}
      actions={<OpenFilter label={t('history.keeping')} value={withKeeping} onChange={setWithKeeping} />}
    >
      <ShortList items={newestFirst} first={12}>
        {(shown) => (
          <ol className="grid gap-2">
            {shown.map((entry) => (
              <li
                key={entry.seq}
                className="grid gap-x-4 border-b border-solid-gray-100 pb-2 last:border-b-0 sm:grid-cols-[10rem_minmax(0,1fr)]"
              >
                <span className="text-solid-gray-700">
                  <InstantText at={entry.at} today={profile.today} />
                </span>
                <span>
                  {historyWords(entry, profile)}
                  <span className="text-solid-gray-700">{t('history.by', { who: giverOf(entry, profile) })}</span>
                  <Told entry={entry} />
                </span>
              </li>
            ))}
          </ol>
        )}
      </ShortList>
    </Section>
  );
}

/** The reason or the words that were written with it, or that they are not for this viewer. */
function Told({ entry: { texts, masked } }: { readonly entry: HistoryEntry }): ReactNode {
  return texts.map(({ slot, text }) => (
    <span key={slot} className="block">
      <span className="text-solid-gray-700">{t('history.told', { what: slotName(slot) })}</span>
      <PersonalText text={text} masked={masked} />
    </span>
  ));
}

function slotName(slot: string): string {
  const key = `history.${slot}`;
  return isMessageKey(key) ? t(key) : t('history.text');
}

/** A person by name, or by agency where the name is gone or there is no account; procedures and the clock are 自動. */
function giverOf({ actorName, actorAgency, actorKind }: HistoryEntry, profile: ProfileView): string {
  if (actorName !== null) return actorName;
  const isPerson = actorKind === 'person' || actorKind === 'invitee';
  return isPerson && actorAgency ? agencyName(profile, actorAgency) : t('history.system');
}
