import type { RecordRef } from '#libs/contracts';
import { consentedPersons, type CaseState, type MeetingKind, type SittingState } from '#libs/domain';
import { saidNo } from './consent-work.ts';
import type { Desk, Said } from './town-people.ts';

/**
 * How the town gathers its cases: a case goes on the next sitting that lies ahead, or one is opened that many 開庁日 later. So a
 * 支援会議 is held about every twelve 開庁日 with the cases that have come up, a 重層的支援会議 about once in a season.
 */
const opensAhead: Readonly<Record<MeetingKind, number>> = { supportMeeting: 7, planMeeting: 66 };
/** Nobody is put on a sitting that is nearer than this. */
const nearest = 2;

const times: Readonly<Record<MeetingKind, { readonly startsAt: string; readonly endsAt: string }>> = {
  supportMeeting: { startsAt: '13:30', endsAt: '15:00' },
  planMeeting: { startsAt: '10:00', endsAt: '11:30' },
};

/** A 支援会議 for those who did not consent; who said no comes onto it only with the manager's reason (R8). */
export function onSupportMeeting(desk: Desk, state: CaseState, ref: RecordRef): Said | undefined {
  const { rules } = desk.world;
  const without = state.persons.filter(({ track }) => track !== 'main');
  const persons = without.filter((person) => !saidNo(person) || person.supportTrackReasonText !== null);
  if (persons.length > 0)
    return onNext(desk, ref, 'supportMeeting', {
      purpose: 'direction',
      personIds: persons.map(({ id }) => id),
      agencies: [...new Set([state.leadAgency, rules.coordinatingBody, ...known(desk, state)])],
    });
  const [first] = without;
  return first && desk.random.chance(0.3)
    ? { type: 'allow-support-meeting', by: rules.competentSection, personId: first.id, reasonText: desk.newId() }
    : undefined;
}

/** The desk that opens sittings puts the case on one; the others ask it to. */
export function towardsSupportMeeting(desk: Desk, state: CaseState, ref: RecordRef): Said | undefined {
  const { rules } = desk.world;
  const personIds = state.persons.filter((person) => person.track !== 'main' && !saidNo(person)).map(({ id }) => id);
  if (state.leadAgency === rules.coordinatingBody || personIds.length === 0) return onSupportMeeting(desk, state, ref);
  return state.meetingRequests.some((request) => request.state === 'open')
    ? undefined
    : {
        type: 'request-meeting',
        requestId: desk.newId(),
        body: rules.bodies.find(({ kind }) => kind === 'supportMeeting')?.code ?? '',
        purpose: 'direction',
        personIds,
        reasonText: desk.newId(),
      };
}

/** A 重層的支援会議, with those whose consent holds. */
export function onPlanMeeting(desk: Desk, state: CaseState, ref: RecordRef): Said | undefined {
  const { world } = desk;
  const persons = consentedPersons(state, world.today).map(({ id }) => id);
  if (persons.length === 0) return undefined;
  return onNext(desk, ref, 'planMeeting', {
    purpose: state.stage === 'adequacyReview' ? 'adequacyReview' : 'evaluation',
    personIds: persons,
    agencies: [...new Set([state.leadAgency, world.rules.coordinatingBody])],
  });
}

/** Agencies that take part already, and one that may help: who is asked to a case changes from sitting to sitting. */
function known({ world, random }: Desk, state: CaseState): readonly string[] {
  const codes = world.rules.agencies.map(({ code }) => code);
  return codes.filter(
    (code) =>
      random.chance(1 / codes.length) ||
      state.participants.some(({ agency, releasedOn }) => agency === code && releasedOn === null),
  );
}

function onNext(desk: Desk, ref: RecordRef, kind: MeetingKind, about: object): Said {
  const { world, newId } = desk;
  const item = { itemId: newId(), caseId: ref.id, ...about };
  const next = world.openOf('sitting').find((sitting) => takes(desk, sitting, kind, ref.id));
  if (next)
    return { goesTo: { municipality: ref.municipality, kind: 'sitting', id: next.id }, type: 'add-item', ...item };
  return {
    goesTo: { municipality: ref.municipality, kind: 'sitting', id: newId() },
    type: 'open-sitting',
    body: world.rules.bodies.find((body) => body.kind === kind)?.code ?? kind,
    heldOn: world.calendar.addOpenDays(world.today, opensAhead[kind]),
    ...times[kind],
    placeText: newId(),
    item,
  };
}

const takes = ({ world }: Desk, sitting: SittingState, kind: MeetingKind, caseId: string): boolean =>
  sitting.kind === kind &&
  (sitting.stage === 'preparing' || sitting.stage === 'called') &&
  sitting.heldOn >= world.calendar.addOpenDays(world.today, nearest) &&
  !sitting.items.some((item) => item.caseId === caseId);
