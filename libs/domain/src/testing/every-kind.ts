import { recordKinds, type RecordRef } from '#libs/contracts';
import fc from 'fast-check';
import { stages } from '../case/stage.ts';
import type { Fields } from '../command/fields.ts';
import { definitionOf } from '../definitions.ts';
import { obligationKinds } from '../record/obligation.ts';
import { endAwaited, situations } from './case-situations.ts';
import { DomainDesk, type Said } from './domain-desk.ts';
import { examplesOf } from './every-example.ts';
import * as say from './case-script.ts';
import { call, makeCase, place } from './make-case.ts';
import { live } from './random-life.ts';
import { calendarWithout } from './town-rules.ts';
import { clock, person, worker } from './town-people.ts';

/** Makes the same records anew, each time it is asked. */
type Maker = () => DomainDesk;

/** More than are needed: the lives end when nothing is missing. */
const mostLives = 400;
const lives = fc.tuple(
  fc.nat(999),
  fc.array(fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }), { minLength: 20, maxLength: 80 }),
);

/**
 * Records in which everything happens that can: the textbook way, the situations beside it, every command that they take with every code it
 * knows, and random lives until nothing new comes. A new kind of event, command or obligation is among them without being named; if it
 * is not, {@link kindsThatNeverOccur} says so. Each desk has something that none before it has, so that there are few.
 */
export function desksOfEveryKind(): readonly DomainDesk[] {
  const seen = new Set<string>();
  const kept: DomainDesk[] = [];
  const keep = (desk: DomainDesk): void => {
    const before = seen.size;
    for (const one of featuresOf(desk)) seen.add(one);
    if (seen.size > before) kept.push(desk);
  };

  const makers: readonly Maker[] = [
    ...stages.map((stage) => (): DomainDesk => makeCase({ stage }).desk),
    ...Object.values(situations).map((make) => (): DomainDesk => make().desk),
    ...recordKinds.flatMap(begunIn),
    answersEntered,
    calledOffByPhone,
    meetingAskedFor,
    (): DomainDesk => endAwaited().desk,
    toldAfterwards,
    metOnOutreach,
    consentProposed,
  ];
  for (const make of makers) keep(make());
  for (const make of makers) for (const next of oneFurther(make)) keep(next());
  for (const life of fc.sample(lives, { numRuns: mostLives, seed: 20260701 })) {
    if (missingFrom(seen).length === 0) break;
    const desk = live(...life);
    redate(desk);
    keep(desk);
  }
  return kept;
}

/** Kinds of events and obligations that are in none of these records: nobody could say who is told of them. */
export const kindsThatNeverOccur = (desks: readonly DomainDesk[]): readonly string[] =>
  missingFrom(new Set(desks.flatMap((desk) => [...featuresOf(desk)])));

const missingFrom = (features: ReadonlySet<string>): readonly string[] => everyKind.filter((one) => !features.has(one));

const everyKind: readonly string[] = [
  ...new Set(recordKinds.flatMap((kind) => Object.keys(definitionOf(kind).events).map((type) => `event ${type}`))),
  ...obligationKinds.map((kind) => `owed ${kind}`),
];

/** The secretariat entered what an agency without account said of a つなぎ, and of a sitting. */
function answersEntered(): DomainDesk {
  const made = makeCase({ stage: 'accepted' });
  const { desk, ref } = made;
  desk.done(ref, say.sendHandoff(desk, { main: false, to: 'minsei' }));
  const handoffId = desk.case(ref).handoffs.at(-1)?.id;
  desk.done(ref, { type: 'accept-handoff', handoffId, answerText: desk.id('text'), heard: 'phone' });
  const { sitting } = place(made);
  desk.done(sitting, say.callSitting(desk, ['houkatsu', 'minsei']));
  desk.system(sitting, 'send-invitations');
  const invitationId = desk.sitting(sitting).invitations[1]?.id;
  const reply = { invitationId, sequence: 0, reply: 'attend', proxyText: null, heard: 'phone' };
  desk.done(sitting, { type: 'answer-invitation', ...reply });
  return desk;
}

/** An agency without mail was told by phone that a sitting is off. */
function calledOffByPhone(): DomainDesk {
  const made = makeCase({ stage: 'accepted' });
  const { desk } = made;
  const { sitting } = place(made);
  desk.done(sitting, say.callSitting(desk, ['houkatsu', 'minsei']));
  desk.system(sitting, 'send-invitations');
  desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
  for (const { id } of desk.sitting(sitting).calls)
    desk.done(sitting, { type: 'finish-call', callId: id, how: 'phone' });
  return desk;
}

/** A 案件化の依頼 was taken back, sent back with a reason, and taken onto a sitting that lost it again. */
function meetingAskedFor(): DomainDesk {
  const made = makeCase({ stage: 'accepted' });
  const { desk, ref } = made;
  const ask = (): string => {
    desk.done(ref, say.requestMeeting(desk), worker);
    return desk.case(ref).meetingRequests.at(-1)?.id ?? '';
  };
  desk.done(ref, { type: 'withdraw-meeting-request', requestId: ask() }, worker);
  desk.done(ref, { type: 'decline-meeting-request', requestId: ask(), reasonText: desk.id('text') });
  ask();
  const { sitting, itemId } = place(made);
  desk.done(sitting, { type: 'remove-item', itemId });
  return desk;
}

/** An agency that is neither the lead nor the office wrote down a consent over one that stood. */
function consentProposed(): DomainDesk {
  const { desk, ref } = makeCase({ stage: 'accepted' });
  desk.done(ref, say.consents(desk));
  const representative = { ground: 'adultGuardian', nameText: desk.id('text') } as const;
  desk.done(ref, say.consents(desk, say.mother, { representative, reviewOn: '2027-03-31' }), person('shakyo', 'staff'));
  return desk;
}

/** An agency that was not there is told what came of it. */
function toldAfterwards(): DomainDesk {
  const made = makeCase({ stage: 'accepted' });
  const { desk } = made;
  const { sitting, itemId } = place(made);
  call(made, sitting);
  desk.passTo(desk.sitting(sitting).heldOn);
  desk.done(sitting, say.holdSitting());
  desk.done(sitting, say.dispose(desk, itemId, 'shared'));
  desk.done(sitting, { type: 'release-disposition', itemId, agency: 'kikan' });
  return desk;
}

/** アウトリーチ met the person. */
function metOnOutreach(): DomainDesk {
  const { desk, ref } = situations.preContact();
  const visit = { method: 'visit', result: 'met', on: desk.today, nextContactOn: desk.ahead(5) };
  desk.done(ref, { type: 'record-contact', contactId: desk.id('contact'), ...visit, text: desk.id('text') });
  return desk;
}

/** The beginnings of a kind, alone. */
const begunIn = (kind: RecordRef['kind']): readonly Maker[] =>
  Object.values(definitionOf(kind).beginnings).flatMap(({ type, fields }) => {
    const desk = new DomainDesk();
    const ref = desk.newRef(kind);
    return sayable(desk, ref, { type, fields }, {}).map((command) => () => {
      const anew = new DomainDesk();
      anew.done(anew.newRef(kind), command);
      return anew;
    });
  });

/** From these records every command one further that they take, and the next dates passed. */
function oneFurther(make: Maker): readonly Maker[] {
  const desk = make();
  const after =
    (go: (desk: DomainDesk) => void): Maker =>
    () => {
      const anew = make();
      go(anew);
      return anew;
    };
  return [
    ...[1, 7, 30].map((days) =>
      after((anew) => {
        anew.passOpenDays(days);
      }),
    ),
    ...[...desk.refs.values()].flatMap((ref) =>
      Object.values(definitionOf(ref.kind).commands).flatMap((unit) =>
        sayable(desk, ref, unit, unit.likely?.(desk.state(ref), desk.context()) ?? {}).map((command) =>
          after((anew) => {
            anew.done(ref, command);
          }),
        ),
      ),
    ),
  ];
}

/** The examples of a command that the record takes now. */
const sayable = (
  desk: DomainDesk,
  ref: RecordRef,
  { type, fields }: { readonly type: string; readonly fields: Fields },
  known: object,
): readonly Said[] =>
  examplesOf(fields, desk.today, { ...known })
    .map((held): Said => ({ ...held, type }))
    .filter((command) => desk.answer(ref, command) === 'done');

function redate(desk: DomainDesk): void {
  desk.calendar = calendarWithout(...[1, 2, 3, 4, 5].map((days) => desk.ahead(days)));
  for (const ref of desk.refs.values()) desk.done(ref, { type: 'redate-obligations' }, clock);
}

/** What occurs in these records: kinds of events and of what is owed, and which fields of state and log hold something. */
function featuresOf(desk: DomainDesk): ReadonlySet<string> {
  const found = new Set<string>();
  for (const { id, kind } of desk.refs.values()) {
    const log = desk.logs.get(id) ?? [];
    for (const event of log) {
      found.add(`event ${event.type}`);
      fieldsIn(event, event.type, found);
    }
    for (const owed of Object.values(desk.state({ id }).obligations)) found.add(`owed ${owed.kind}`);
    fieldsIn(desk.state({ id }), kind, found);
  }
  return found;
}

/** `support-case.plans.goals.outcome` for each field that holds something; names that are ids or keys are left out. */
function fieldsIn(value: unknown, path: string, found: Set<string>): void {
  if (value === null || value === undefined || value === false || value === 0) return;
  if (typeof value !== 'object') found.add(path);
  else if (Array.isArray(value)) for (const one of value) fieldsIn(one, path, found);
  else
    for (const [name, inner] of Object.entries(value))
      if (name !== 'parts' && name !== 'obligations')
        fieldsIn(inner, /[-/\d]/u.test(name) ? path : `${path}.${name}`, found);
}
