import { beforeAll, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase, place, type MadeCase } from '../../../../../libs/domain/src/testing/make-case.ts';
import { person } from '../../../../../libs/domain/src/testing/town-people.ts';
import { leavesOf } from '../../testing/less-than.ts';
import { isWritten, viewedBy } from '../../testing/viewed-cases.ts';
import { sittingViewedBy } from '../../testing/viewed-sittings.ts';

/**
 * Every kind of viewer of a 支援会議 that deals with the mother of a household: S the secretariat, M the manager (who presides later), D the
 * deputy; A was called to the item and has acknowledged 守秘義務, U was called and has not, W said that it does not come, Q sits on an item that
 * was taken off, N is invited without one, L leads the case and is neither; X is nobody to it.
 */
const viewers: Readonly<Record<string, Actor>> = {
  S: person('office', 'coordinator'),
  M: person('office', 'manager'),
  D: person('office', 'deputy'),
  A: person('kikan', 'staff'),
  U: person('shakyo', 'staff'),
  W: person('clinic', 'staff'),
  Q: person('minsei', 'staff'),
  N: person('police', 'staff'),
  L: person('houkatsu', 'head'),
  X: person('school', 'staff'),
};

interface MadeSitting extends MadeCase {
  readonly sitting: RecordRef;
  readonly itemId: string;
}

function called(): MadeSitting {
  const made = makeCase({ stage: 'accepted', open: { reporterText: null } });
  const { desk } = made;
  const other = makeCase({ desk, stage: 'accepted' });
  const { sitting, itemId } = place(made, {
    purpose: 'direction',
    personIds: [say.mother],
    agencies: ['kikan', 'shakyo', 'clinic'],
  });
  const second = { ...say.openSitting(desk, other.ref, { agencies: ['minsei'] }).item };
  desk.done(sitting, { type: 'add-item', ...second });
  const invited = ['kikan', 'shakyo', 'clinic', 'minsei', 'police'];
  desk.done(sitting, say.callSitting(desk, invited, { urgentReasonText: desk.id('text') }));
  desk.system(sitting, 'send-invitations');
  for (const agency of ['kikan', 'clinic', 'minsei'])
    desk.done(sitting, { type: 'acknowledge-secrecy', agency, heard: null }, person(agency, 'staff'));
  const { invitations, sequence } = desk.sitting(sitting);
  const reply = { reply: 'absent', proxyText: null, sequence, heard: 'phone' };
  desk.done(sitting, { type: 'answer-invitation', invitationId: invitations[2]?.id, ...reply });
  desk.done(sitting, { type: 'remove-item', itemId: second.itemId });
  return { ...made, sitting, itemId };
}

/** … and held: A was there, U was not and is told the 協議結果 afterwards, W was not. */
function disposed(): MadeSitting {
  const made = called();
  const { desk, ref, sitting, itemId } = made;
  desk.passTo(desk.sitting(sitting).heldOn);
  desk.done(sitting, say.holdSitting({ present: ['office', 'kikan'] }));
  desk.done(sitting, say.dispose(desk, itemId, 'outreach', { ownerAgency: 'houkatsu' }));
  desk.done(sitting, { type: 'release-disposition', itemId, agency: 'shakyo' });
  desk.done(ref, { type: 'record-pre-contact', on: desk.today, text: desk.id('text') }, person('houkatsu', 'staff'));
  return made;
}

/** Who sees something in each field, at least once. */
function seenIn(viewOf: (viewer: Actor) => object): Readonly<Record<string, string>> {
  const seen = new Map<string, string>();
  for (const [letter, viewer] of Object.entries(viewers))
    for (const path of new Set(leavesOf(viewOf(viewer)).map((leaf) => leaf.path)))
      seen.set(path, (seen.get(path) ?? '') + letter);
  return Object.fromEntries([...seen].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** By who sees it: the fields. */
function byReaders(table: Readonly<Record<string, string>>): Readonly<Record<string, string>> {
  const rows = Object.groupBy(Object.entries(table), ([, readers]) => readers);
  return Object.fromEntries(
    Object.entries(rows).map(([readers, fields = []]) => [readers, fields.map(([path]) => path).join(' ')]),
  );
}

/** The page of the sitting; what a person is called stands apart from 本人. What may be done has a table of its own. */
const sittingSeen = ({ desk, sitting }: MadeSitting): Readonly<Record<string, string>> =>
  byReaders(
    seenIn((viewer) => {
      const {
        allowed: _allowed,
        notAllowed: _not,
        parts: _parts,
        ...view
      } = sittingViewedBy({ desk, id: sitting.id }, viewer);
      return {
        ...view,
        items: view.items.map((item) => ({
          ...item,
          persons: item.persons.map(({ id, label }) => ({ id, name: isWritten(label) ? label : null })),
        })),
      };
    }),
  );

/** What is written on the page of the case, and where the track stands. */
const caseSeen = ({ desk, ref }: MadeSitting): Readonly<Record<string, string>> =>
  byReaders(
    seenIn((viewer) => {
      const { persons, intake, track, placements, tasks, contacts } = viewedBy({ desk, id: ref.id }, viewer);
      return {
        persons: persons.map(({ role, name }) => ({ [role]: name })),
        intake: { storyText: intake.storyText, concerns: intake.concerns },
        track: { state: track.state, preContactText: track.outreach?.preContactText ?? null },
        placements: placements.map(({ itemId, purpose, result }) => ({ itemId, purpose, result })),
        tasks: tasks.map(({ text }) => text),
        contacts: contacts.map(({ text }) => text),
      };
    }),
  );

let before: MadeSitting;
let after: MadeSitting;
beforeAll(() => {
  before = called();
  after = disposed();
});

/** Of every sitting the same for whoever is let in: when and where, and that something was done. */
const face = `acknowledgementText body endsAt heldOn id kind name ordinal placeText replyDueOn stage startsAt history.next notices.next`;
const course = ['actorAgency actorKind actorName at on type', 'body endsAt heldOn kind on replyDueOn startsAt'];
const line = (fields: string | undefined, prefix: string): readonly string[] =>
  (fields ?? '').split(' ').map((field) => `${prefix}${field}`);
const words = (...parts: readonly (string | readonly string[])[]): string =>
  parts
    .flatMap((part) => (typeof part === 'string' ? part.split(/\s+/u) : part))
    .toSorted((a, b) => (a < b ? -1 : 1))
    .join(' ');
const lines = [...line(course[0], 'history.items[].'), ...line(course[1], 'history.items[].params.')];
const params = (fields: string): readonly string[] => line(fields, 'history.items[].params.');
/** Its own invitation, and how the word of it got there. */
const invited = [
  ...line('agency delivery.attempts delivery.sentAt delivery.state id', 'invitations[].'),
  ...line('at attempts invitationId key kind recipient.agency recipient.to sentAt state', 'notices.items[].'),
];
const reply = [...params('atMs invitationId reply via'), ...line('repliedAt reply via', 'invitations[].')];
/** What is owed by whom; to an agency only what itself owes. */
const owed = [
  ...line(
    'askedOn dueOn holder.agency holder.post key kind next.on next.step steps[].on steps[].step',
    'obligations[].',
  ),
  ...line('holder.agency holder.post key kind on step', 'upcoming[].'),
];
const item = line(
  'agencies[] caseId caseNumber itemId kind legalBasis legalBasisText persons[].id purpose',
  'items[].',
);

it('[R24][R65] the page of a sitting that is called: every field × every kind of viewer', () => {
  expect(sittingSeen(before)).toEqual({
    SMDAUWQNLX: words(face, lines),
    SMDAUWQN: words(invited),
    // The 案件 and its people: whoever was called to it and has acknowledged; who it is in the household, not by name, for managers.
    SMDA: words(
      item,
      params('itemId'),
      'stall.cause stall.dueOn stall.holder.agency stall.holder.post stall.key stall.since',
    ),
    SA: 'items[].persons[].name',
    // Own answers, own 守秘義務の確認, own debts.
    SMDAWQ: 'acknowledged[].agency acknowledged[].membershipIds[]',
    SMDW: words(reply),
    SMDQN: 'invitations[].expired',
    SMDU: 'invitations[].required',
    SMDAUQN: 'missing[]',
    SMDAU: words(owed, line('about action blocking', 'obligations[].'), 'upcoming[].about'),
    SMDAUW: words(params('agency dueOn key')),
    SMD: words(
      params('caseNumber membershipId textVersion'),
      'history.items[].seq invitations[].entered.heard invitations[].entered.name',
      'obligations[].byItself obligations[].holderName',
    ),
    S: 'urgentReasonText',
  });
});

it('[R24][R65] the page of a sitting that was held: who was there, and who was told, has the 協議結果; who said 欠席 has nothing of it', () => {
  expect(sittingSeen(after)).toEqual({
    SMDAUWQNLX: words(
      face,
      lines,
      // Written with its holding.
      'history.items[].params.ordinal',
      'attendance.acknowledgement attendance.chair attendance.textVersion',
      params('acknowledgement chair textVersion'),
    ),
    SMDAUWQN: words(invited),
    SMDAU: words(
      item,
      'attendance.present[] items[].disposition.dueOn items[].disposition.ownerAgency invitations[].reminders',
      params('index itemId ownerAgency step'),
    ),
    // … the manager because of having presided; the deputy did not.
    SMAU: words(params('result'), 'items[].disposition.nextStepText items[].disposition.result items[].persons[].name'),
    SM: 'urgentReasonText',
    SMDAWQ: 'acknowledged[].agency acknowledged[].membershipIds[]',
    SMDW: words(reply),
    SMDAUQN: 'invitations[].expired missing[]',
    SMDU: 'invitations[].required items[].releasedTo[]',
    SMDAUW: words(params('agency dueOn key')),
    SMD: words(
      owed,
      params('caseNumber membershipId'),
      'history.items[].seq invitations[].entered.heard invitations[].entered.name',
      'obligations[].byItself obligations[].holderName',
    ),
  });
});

it('[R24][R65] the page of the case by kind of seat: of the person on the item alone, and what came of it when it is open', () => {
  // L wrote the case down. What is about both of the household the seat with the mother does not open.
  const household = 'intake.concerns[] intake.storyText persons[].householdMember';
  expect(caseSeen(before)).toEqual({
    SL: household,
    SAL: 'persons[].person placements[].purpose',
    SMDAL: 'placements[].itemId track.state',
  });
  expect(caseSeen(after)).toEqual({
    SL: household,
    SAUL: 'persons[].person placements[].purpose placements[].result track.preContactText',
    SMDAUL: 'placements[].itemId track.state',
  });
});
