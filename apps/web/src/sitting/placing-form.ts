import { sittingBeginnings, type ItemPurpose, type MeetingKind, type NewItem, type Stage } from '#libs/domain';
import type { CaseView, ProfileView, SittingRow } from '#libs/views';
import { involvedIn } from '../case/case-asking.ts';
import { personLabel } from '../case/person-label.ts';
import type { Asking, Body } from '../command/asking.ts';
import { formOf, type RecordForm } from '../command/form-of.ts';
import { codeOptions } from '../components/form/code-words.ts';
import { textIn, type FieldSpec, type FieldValues } from '../components/form/field-spec.ts';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';

/** What an item may be about on each kind of meeting, the likeliest first. */
export const purposesOf: Readonly<Record<MeetingKind, readonly ItemPurpose[]>> = {
  supportMeeting: ['direction', 'judgement', 'informationSharing'],
  planMeeting: ['adequacyReview', 'evaluation', 'closureDecision', 'interruption', 'informationSharing'],
};

/** The purpose that fits the stage, chosen beforehand. */
export function likelyPurpose(kind: MeetingKind, stage: Stage): ItemPurpose {
  if (kind === 'supportMeeting') return 'direction';
  if (stage === 'evaluation') return 'evaluation';
  return stage === 'interrupted' ? 'closureDecision' : 'adequacyReview';
}

export const newSitting = 'new';
const isNew = (values: FieldValues): boolean => textIn(values, 'sitting') === newSitting;

interface Placing {
  readonly kind: MeetingKind;
  /** Without it only the sitting is opened. */
  readonly view: CaseView | null;
  readonly profile: ProfileView;
  /** Sittings of this kind that still take items. */
  readonly open: readonly SittingRow[];
  readonly sittingId: string | null;
}

/** Opens a sitting, a case on it at once, or puts the case on one that is already being prepared. */
export function placingForm({ kind, view, profile, open, sittingId }: Placing): RecordForm {
  const bodies = profile.bodies.filter((body) => body.kind === kind);
  const [first] = bodies;
  const form = formOf(sittingBeginnings['open-sitting'], profile, {
    known: {
      ...(bodies.length > 1 ? {} : { body: first?.code ?? '' }),
      ...(view === null ? { item: null } : {}),
    },
    order: ['sitting'],
    also: view === null || open.length === 0 ? [] : [sittingChoice(open, profile)],
    ask: {
      body: { options: bodies.map(({ code, name }) => ({ value: code, label: name })), when: isNew },
      heldOn: { min: profile.today, when: isNew, hint: noticeHint(first) },
      startsAt: { when: isNew },
      endsAt: { when: isNew },
      placeText: { when: isNew },
      ...(view === null ? {} : { item: { inner: askingItem(kind, view) } }),
    },
    start: {
      sitting: sittingId ?? newSitting,
      ...(bodies.length > 1 ? { body: first?.code ?? '' } : {}),
      heldOn: first?.earliestHeldOn ?? '',
      startsAt: '13:30',
      endsAt: '15:00',
    },
    // The same item alone is what `add-item` holds.
    send: (body, values) => (isNew(values) ? body : (body['item'] as Body)),
  });
  return {
    ...form,
    command: (values) => (isNew(values) ? 'open-sitting' : 'add-item'),
    fieldOf: (path, values) => (isNew(values) ? path : fieldOfItem(path)),
  };
}

/** A day that has passed is that of the sitting that was chosen. */
const fieldOfItem = (path: string): string => (path === 'heldOn' ? 'sitting' : `item.${path}`);

const askingItem = (
  kind: MeetingKind,
  view: CaseView,
  // What was asked of the secretariat stands there first.
  asked = view.meetingRequests.find((one) => one.state === 'open' && one.kind === kind),
): Asking<NewItem> => ({
  known: { caseId: view.id },
  ask: {
    purpose: { as: 'radio', options: codeOptions('purpose', purposesOf[kind]) },
    personIds: {
      options: view.persons.map((person) => ({
        value: person.id,
        label: personLabel(person),
        warning: person.meetings?.[kind].ok === false ? (person.meetings[kind].detail ?? undefined) : undefined,
      })),
    },
  },
  start: {
    'item.purpose': asked?.purpose ?? likelyPurpose(kind, view.stage),
    'item.personIds':
      asked?.personIds ??
      view.persons
        .filter(({ meetings, track }) => meetings?.[kind].ok ?? (kind === 'supportMeeting' || track === 'main'))
        .map(({ id }) => id),
    'item.agencies': involvedIn(view),
  },
});

const sittingChoice = (open: readonly SittingRow[], profile: ProfileView): FieldSpec => ({
  kind: 'choice',
  layout: 'radio',
  name: 'sitting',
  label: t('placing.which'),
  options: [
    { value: newSitting, label: t('placing.newSitting') },
    ...open.map((row) => ({
      value: row.id,
      label: t('placing.onSitting', {
        name: row.name,
        ordinal: row.ordinal,
        on: shortDate(row.heldOn, profile.today),
        startsAt: row.startsAt,
      }),
    })),
  ],
});

/** Where the form goes: a new sitting, or an item on one that is there. */
export const placingPath = (values: FieldValues): string =>
  isNew(values) ? '/api/sittings' : `/api/sittings/${textIn(values, 'sitting')}/add-item`;

const noticeHint = (body: ProfileView['bodies'][number] | undefined): string | undefined =>
  body?.earliestHeldOn === undefined
    ? undefined
    : t('placing.notice', { days: body.noticeOpenDays, on: shortDate(body.earliestHeldOn) });
