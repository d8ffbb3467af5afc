import type { ItemPurpose, MeetingKind, Stage } from '#libs/domain';
import type { CaseView, ProfileView, SittingRow } from '#libs/views';
import { choices, date, line, optionsOf, radio, select, time } from '../components/form/field-makers.ts';
import { choicesIn, textIn, type FieldValues } from '../components/form/field-spec.ts';
import type { CommandFormSpec } from '../components/form/use-command-form.ts';
import { shortDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';
import { personLabel } from '../case/person-label.ts';

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
export function placingForm({ kind, view, profile, open, sittingId }: Placing): CommandFormSpec {
  const bodies = profile.bodies.filter((body) => body.kind === kind);
  const involved = (view?.participants ?? [])
    .filter(({ releasedOn }) => releasedOn === null)
    .map(({ agency }) => agency);
  return {
    fields: [
      ...(open.length === 0 || view === null
        ? []
        : [
            {
              ...radio('body', [
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
              ]),
              name: 'sitting',
              label: t('placing.which'),
            },
          ]),
      ...(bodies.length > 1
        ? [
            select(
              'body',
              bodies.map(({ code, name }) => ({ value: code, label: name })),
              { when: isNew },
            ),
          ]
        : []),
      date('heldOn', { min: profile.today, when: isNew, hint: noticeHint(bodies[0]) }),
      time('startsAt', { when: isNew }),
      time('endsAt', { when: isNew }),
      line('placeText', { when: isNew }),
      ...(view === null
        ? []
        : [
            radio('purpose', optionsOf('purpose', purposesOf[kind]), { label: t('field.itemPurpose') }),
            choices(
              'personIds',
              view.persons.map((person) => ({
                value: person.id,
                label: personLabel(person),
                warning: person.meetings?.[kind].ok === false ? (person.meetings[kind].detail ?? undefined) : undefined,
              })),
            ),
            choices(
              'agencies',
              profile.agencies.map(({ code, name }) => ({ value: code, label: name })),
              { label: t('field.itemAgencies') },
            ),
          ]),
    ],
    initial: {
      sitting: sittingId ?? newSitting,
      body: bodies[0]?.code ?? '',
      heldOn: bodies[0]?.earliestHeldOn ?? '',
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '',
      purpose: view === null ? '' : likelyPurpose(kind, view.stage),
      personIds: (view?.persons ?? [])
        .filter(({ meetings, track }) => meetings?.[kind].ok ?? (kind === 'supportMeeting' || track === 'main'))
        .map(({ id }) => id),
      agencies: involved,
    },
    toBody: (values) => {
      const item =
        view === null
          ? null
          : {
              caseId: view.id,
              purpose: textIn(values, 'purpose'),
              personIds: choicesIn(values, 'personIds'),
              agencies: choicesIn(values, 'agencies'),
            };
      if (!isNew(values)) return { ...item };
      return {
        body: textIn(values, 'body'),
        heldOn: textIn(values, 'heldOn'),
        startsAt: textIn(values, 'startsAt'),
        endsAt: textIn(values, 'endsAt'),
        placeText: textIn(values, 'placeText').trim(),
        item,
      };
    },
  };
}

/** Where the form goes: a new sitting, or an item on one that is there. */
export const placingPath = (values: FieldValues): string =>
  isNew(values) ? '/api/sittings' : `/api/sittings/${textIn(values, 'sitting')}/add-item`;

const noticeHint = (body: ProfileView['bodies'][number] | undefined): string | undefined =>
  body?.earliestHeldOn === undefined
    ? undefined
    : t('placing.notice', { days: body.noticeOpenDays, on: shortDate(body.earliestHeldOn) });
