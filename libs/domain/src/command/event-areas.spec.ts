import { beforeAll, expect, it } from '@jest/globals';
import { recordKinds, type RecordKind } from '#libs/contracts';
import { definitionOf } from '../definitions.ts';
import type { AnyEvent } from '../record/transact.ts';
import { desksOfEveryKind } from '../testing/every-kind.ts';
import type { Area } from './event.ts';

/** Whom the line of an event is told, by hand from the rules (R24, R65): whoever moves an event to another area changes this table, too. */
const ofCase: Readonly<Partial<Record<Area['kind'] | 'nobody', string>>> = {
  // The history of the sitting says it.
  nobody: 'item-left seats-changed',
  mainLine: `
    advice-recorded agency-released approval-asked approval-drafted case-closed case-opened case-reopened case-screened contact-rules-changed
    evaluation-begun monitoring-asked person-in-charge-set plan-drafted plan-explained plan-reviewed planning-begun replan-begun review-asked
    role-acknowledged roles-told sheet-received sheets-asked support-continued support-decided support-ended support-interrupted
    support-resumed urgency-marked`,
  support: 'evaluation-recorded follow-up-recorded monitoring-recorded',
  track:
    'candidate-confirmed candidate-dismissed candidate-raised contact-recorded pre-contact-recorded track-reviewed',
  personOnTrack: 'support-meeting-allowed',
  person: 'consent-recorded consent-confirmed consent-withdrawn main-line-joined',
  withdrawal: 'withdrawal-confirmed withdrawal-told',
  handoff: 'handoff-accepted handoff-advised handoff-declined handoff-sent handoff-withdrawn',
  request: `
    meeting-request-declined meeting-request-reopened meeting-request-taken meeting-request-withdrawn meeting-requested`,
  item: 'disposition-taken placed-on-sitting placement-dropped placement-moved',
  task: 'task-finished',
  secretariat: 'call-opened call-settled plan-reading-reasoned',
};
const ofSitting: typeof ofCase = {
  work: 'sitting-called sitting-closed sitting-held sitting-moved sitting-opened',
  mainLine: 'sitting-cancelled',
  secretariat: `
    agency-taken-off call-opened call-settled disposition-released invitation-undelivered invitations-sent invitee-added phone-tasks-opened reading-reasoned
    required-absence-told secrecy-acknowledged`,
  invitation: 'invitation-answered',
  agenda: 'item-added item-frozen item-removed',
  item: 'disposition-given',
};
/** Of what is owed the key says whom it is told. */
const ofKeeping =
  'obligation-opened obligation-reassigned obligation-redated obligation-settled obligation-step-taken'.split(' ');

const byHand = (table: typeof ofCase): readonly string[] =>
  Object.entries(table).flatMap(([area, types]) =>
    types
      .trim()
      .split(/\s+/u)
      .map((type) => `${type}: ${area}`),
  );

let events: readonly (readonly [RecordKind, AnyEvent])[];
beforeAll(() => {
  events = desksOfEveryKind().flatMap((desk) =>
    [...desk.refs.values()].flatMap(({ kind, id }) => (desk.logs.get(id) ?? []).map((event) => [kind, event] as const)),
  );
});

it.each([
  ['support-case', ofCase],
  ['sitting', ofSitting],
] as const)('[R24][R65] every event of a %s belongs to the area that the rules say', (kind, table) => {
  const found = events
    .filter(([of, { type }]) => of === kind && !ofKeeping.includes(type))
    .map(([, event]) => `${event.type}: ${areaOf(kind, event)}`);
  expect([...new Set(found)].toSorted()).toEqual(byHand(table).toSorted());
});

it('has events of every kind of record, and of their keeping', () => {
  expect([...new Set(events.map(([kind]) => kind))].toSorted()).toEqual(recordKinds.toSorted());
  const types = new Set(events.map(([, { type }]) => type));
  expect(ofKeeping.filter((type) => !types.has(type))).toEqual([]);
});

const areaOf = (kind: RecordKind, event: AnyEvent): string =>
  definitionOf(kind).events[event.type]?.area?.(event as never).kind ?? 'nobody';
