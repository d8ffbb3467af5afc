import type { MeetingRequestView } from '#libs/views';
import { codeOptions } from '../../components/form/code-words.ts';
import { t } from '../../messages/translate.ts';
import { likelyPurpose, purposesOf } from '../../sitting/placing-form.ts';
import type { CaseAskings, CaseFormContext } from '../case-asking.ts';
import { personLabel } from '../person-label.ts';

export const meetingRequestForms = {
  // The address says which kind of meeting is wished for.
  'request-meeting': ({ view, profile, target }) => {
    const kind = target === 'planMeeting' ? 'planMeeting' : 'supportMeeting';
    const bodies = profile.bodies.filter((body) => body.kind === kind);
    const [first] = bodies;
    if (first === undefined) return null;
    // A 重層的支援会議 is asked for only about whose consent one may read.
    const named = view.persons.filter(
      ({ name, meetings }) => name !== null && (kind === 'supportMeeting' || meetings !== null),
    );
    return {
      about: bodies.map(({ name }) => name).join('、'),
      known: bodies.length > 1 ? {} : { body: first.code },
      order: ['body', 'purpose', 'personIds', 'reasonText'],
      ask: {
        body: { options: bodies.map(({ code, name }) => ({ value: code, label: name })) },
        purpose: { as: 'radio', options: codeOptions('purpose', purposesOf[kind]) },
        personIds: {
          options: named.map((person) => ({
            value: person.id,
            label: personLabel(person),
            warning: person.meetings?.[kind].ok === false ? (person.meetings[kind].detail ?? undefined) : undefined,
          })),
        },
      },
      start: {
        ...(bodies.length > 1 ? { body: first.code } : {}),
        purpose: likelyPurpose(kind, view.stage),
        personIds: named.filter(({ meetings }) => meetings?.[kind].ok !== false).map(({ id }) => id),
      },
    };
  },
  'withdraw-meeting-request': (context) => {
    const request = openRequest(context, ({ by }) => by === context.session.agency);
    return request === undefined ? null : { known: { requestId: request.id }, about: aboutOf(request), look: 'danger' };
  },
  'decline-meeting-request': (context) => {
    const request = openRequest(context, () => true);
    return request === undefined ? null : { known: { requestId: request.id }, about: aboutOf(request) };
  },
} satisfies CaseAskings;

const aboutOf = ({ kind, purpose }: MeetingRequestView): string =>
  t('meetingRequest.line', { kind: t(`meetingKind.${kind}`), purpose: t(`purpose.${purpose}`) });

/** The open one of the address, or the first that fits. */
function openRequest(
  { view, target }: CaseFormContext,
  fits: (request: MeetingRequestView) => boolean,
): MeetingRequestView | undefined {
  return view.meetingRequests.find(
    (request) => request.state === 'open' && fits(request) && (target === null || request.id === target),
  );
}
