import type { CaseView } from '#libs/views';
import { t } from '../messages/translate.ts';
import { relationLabel } from './person-label.ts';

/** What the page must know of a case to say who is on what. */
type Shown = Pick<CaseView, 'persons' | 'track'>;

/** Those with a consent, by name; that there is nobody is said only to who may know it of everybody. */
export const mainLineText = (view: Shown): string =>
  named(view, 'main') ?? t(view.persons.some(({ track }) => track === null) ? 'case.nobodyShown' : 'case.nobody');

/** The persons and where their consideration stands; of a candidate, before anybody is on it, only that. */
export function trackText(view: Shown): string {
  const { state } = view.track;
  const persons = named(view, 'supportMeeting');
  if (state === null) return persons ?? t('case.trackUntold');
  if (state === 'none') return persons ?? t('case.nobody');
  const word = t(`trackState.${state}`);
  return persons === undefined ? word : `${persons}${t('case.trackState', { state: word })}`;
}

function named({ persons }: Shown, track: 'main' | 'supportMeeting'): string | undefined {
  const names = persons
    .filter((person) => person.track === track)
    .map((person) => person.name ?? (person.role === 'person' ? t('personRole.person') : relationLabel(person)));
  return names.length === 0 ? undefined : names.join('、');
}
