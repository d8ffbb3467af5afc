import { useState, type ReactNode } from 'react';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { useHistoryWithKeeping } from '../api/queries.ts';
import type { HistoryEntry, Page, ProfileView } from '#libs/views';
import { InstantText } from '../components/date-text.tsx';
import { PersonalText } from '../components/facts.tsx';
import { OpenFilter } from '../components/open-filter.tsx';
import { useOlder } from '../components/older.tsx';
import { Section } from '../components/page.tsx';
import { PagedList } from '../components/paged-list.tsx';
import { isMessageKey, t } from '../messages/translate.ts';
import { historyWords } from './history-words.ts';

interface HistoryPanelProps {
  /** Of the record in the API. */
  readonly address: string;
  readonly history: Page<HistoryEntry>;
  /** What a line is about, where its words do not say so: which 案件, which agency. */
  readonly about?: (entry: HistoryEntry) => string | undefined;
}

/** What was done, newest first, by whom; what the system did by itself says so. */
export function HistoryPanel(props: HistoryPanelProps): ReactNode {
  const [withKeeping, setWithKeeping] = useState(false);
  return (
    <Section
      folds
      id="history"
      title={t('history.title')}
      actions={<OpenFilter label={t('history.keeping')} value={withKeeping} onChange={setWithKeeping} />}
    >
      {withKeeping ? <WithKeeping {...props} /> : <WithoutKeeping {...props} />}
    </Section>
  );
}

function WithoutKeeping({ address, history, about }: HistoryPanelProps): ReactNode {
  const { pages, more } = useOlder<Page<HistoryEntry>>(`${address}/history`, history.next);
  return (
    <>
      <Lines entries={[history, ...pages].flatMap(({ items }) => items)} about={about} />
      {more}
    </>
  );
}

/** … with the keeping of dates that follows from what people do. */
function WithKeeping({ address, about }: HistoryPanelProps): ReactNode {
  const query = useHistoryWithKeeping(address);
  return (
    <PagedList query={query} empty={[t('history.title'), t('history.none')]}>
      {(entries) => <Lines entries={entries} about={about} />}
    </PagedList>
  );
}

function Lines({
  entries,
  about = () => undefined,
}: {
  readonly entries: readonly HistoryEntry[];
  readonly about?: HistoryPanelProps['about'];
}): ReactNode {
  const profile = useProfile();
  return (
    <ol className="print-end grid gap-2">
      {entries.map((entry, index) => (
        // Lines are not numbered for everybody, and stay in their order.
        <li
          key={entry.seq ?? index}
          className="grid gap-x-4 border-b border-solid-gray-100 pb-2 last:border-b-0 sm:grid-cols-[10rem_minmax(0,1fr)]"
        >
          <span className="text-solid-gray-700">
            <InstantText at={entry.at} today={profile.today} />
          </span>
          <span>
            {historyWords(entry, profile)}
            {about(entry) === undefined ? null : t('history.about', { what: about(entry) ?? '' })}
            <span className="text-solid-gray-700">
              {t(isPerson(entry) && entry.type.startsWith('obligation-') ? 'history.because' : 'history.by', {
                who: giverOf(entry, profile),
              })}
            </span>
            <Told entry={entry} />
          </span>
        </li>
      ))}
    </ol>
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
function giverOf(entry: HistoryEntry, profile: ProfileView): string {
  const { actorName, actorAgency } = entry;
  if (actorName !== null) return actorName;
  return isPerson(entry) && actorAgency ? agencyName(profile, actorAgency) : t('history.system');
}

const isPerson = ({ actorKind }: HistoryEntry): boolean => actorKind === 'person' || actorKind === 'invitee';
