import { expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import * as say from '../testing/case-script.ts';
import type { DomainDesk, Said } from '../testing/domain-desk.ts';
import { makeCase, place } from '../testing/make-case.ts';
import { sittingCommands } from './sitting-registry.ts';

interface MadeSitting {
  readonly desk: DomainDesk;
  readonly ref: RecordRef;
}

/** A sitting with one case on it, brought to a situation by real commands. */
const situations = {
  preparing: (): MadeSitting => {
    const made = makeCase({ stage: 'accepted' });
    return { desk: made.desk, ref: place(made).sitting };
  },
  called: (): MadeSitting =>
    after(situations.preparing(), ({ desk, ref }) => {
      desk.done(ref, say.callSitting(desk));
    }),
  asked: (): MadeSitting =>
    after(situations.called(), ({ desk, ref }) => {
      desk.system(ref, 'send-invitations');
    }),
  /** One agency did not answer, the other, which has to be there, cannot come; it is the day. */
  silent: (): MadeSitting =>
    after(situations.asked(), ({ desk, ref }) => {
      const shakyo = desk.sitting(ref).invitations[1]?.id;
      desk.done(ref, {
        type: 'answer-invitation',
        invitationId: shakyo,
        reply: 'absent',
        proxyText: null,
      });
      desk.passTo(desk.sitting(ref).heldOn);
    }),
  held: (): MadeSitting =>
    after(situations.silent(), ({ desk, ref }) => {
      desk.done(ref, say.holdSitting());
    }),
  disposed: (): MadeSitting =>
    after(situations.held(), ({ desk, ref }) => {
      desk.done(ref, say.dispose(desk, desk.sitting(ref).items[0]?.id ?? '', 'shared'));
    }),
  closed: (): MadeSitting =>
    after(situations.disposed(), ({ desk, ref }) => {
      desk.system(ref, 'close-sitting');
    }),
  cancelled: (): MadeSitting =>
    after(situations.asked(), ({ desk, ref }) => {
      desk.done(ref, { type: 'cancel-sitting', reasonText: 'text-0' });
    }),
} as const satisfies Readonly<Record<string, () => MadeSitting>>;

function after(made: MadeSitting, go: (made: MadeSitting) => void): MadeSitting {
  go(made);
  return made;
}

const types = Object.values(sittingCommands).map(({ type }) => type);

/** A sensible example of each command for a sitting as it stands. */
function exampleOf(type: (typeof types)[number], { desk, ref }: MadeSitting): Said {
  const state = desk.sitting(ref);
  const itemId = state.items[0]?.id ?? 'item-0';
  switch (type) {
    case 'add-item': {
      const other = makeCase({ desk, stage: 'accepted' });
      return { type, ...say.openSitting(desk, other.ref).item };
    }
    case 'call-sitting':
      return say.callSitting(desk, ['houkatsu'], { urgentReasonText: 'text-0' });
    case 'add-invitee':
      return { type, invitationId: 'invitation-0', agency: 'clinic' };
    case 'answer-invitation':
      return {
        type,
        invitationId: state.invitations[0]?.id ?? 'invitation-0',
        reply: 'attend',
        proxyText: null,
      };
    case 'move-sitting':
      return { type, heldOn: desk.ahead(8), startsAt: '13:30', endsAt: '14:30', placeText: 'text-0' };
    case 'hold-sitting':
      return say.holdSitting();
    case 'acknowledge-secrecy':
      return { type, agency: 'shakyo', heard: 'phone' };
    case 'take-off-item':
    case 'release-disposition':
      return { type, itemId, agency: 'kikan' };
    case 'give-disposition':
      return say.dispose(desk, itemId, 'shared');
    default:
      return { type, itemId, reasonText: 'text-0' };
  }
}

const legend: Readonly<Record<string, string>> = {
  done: 'ok',
  'sitting.not-in-stage': '·',
  'already-so': '=',
  'reply.invitation-missing': 'i',
  'reply.closed': 'c',
  'sitting.before-its-day': 'd',
  'item.already-disposed': 'a',
  'call.missing': 'm',
  'sitting.not-invited': 'n',
  'item.not-disposed': 'o',
};

it('every stage of a sitting, and what is half done in it, × every command', () => {
  const made = Object.values(situations).map((make) => make());
  const lines = types.map(
    (type) =>
      type.padEnd(22) +
      made
        .map((one) => {
          const code = one.desk.answer(one.ref, exampleOf(type, one));
          return (legend[code] ?? code).padEnd(2);
        })
        .join(' ')
        .trimEnd(),
  );
  expect([Object.keys(situations).join(' '), ...lines].join('\n')).toBe(
    `
preparing called asked silent held disposed closed cancelled
add-item              ok ok ok ok ·  ·  ·  ·
remove-item           ok ok ok ok ·  ·  ·  ·
take-off-item         ok ok ok ok ok a  ·  ·
freeze-item           ok ok ok ok ok ok ok ok
call-sitting          ok ·  ·  ·  ·  ·  ·  ·
add-invitee           ·  ok ok ok ·  ·  ·  ·
send-invitations      =  ok =  =  =  =  =  =
acknowledge-secrecy   ·  n  ok ok ·  ·  ·  ·
answer-invitation     i  ok ok ok c  c  c  c
open-phone-tasks      =  =  =  ok =  =  =  =
tell-required-absence =  =  =  ok =  =  =  =
move-sitting          ok ok ok ok ·  ·  ·  ·
hold-sitting          ·  d  d  ok ·  ·  ·  ·
give-disposition      ·  ·  ·  ·  ok a  ·  ·
release-disposition   ·  ·  ·  ·  o  ok ok ·
close-sitting         =  =  =  =  =  ok =  =
cancel-sitting        ok ok ok ok ·  ·  ·  ·
finish-call           m  m  m  m  m  m  m  m
redate-obligations    ok ok ok ok ok ok ok ok
report-undelivered    =  =  =  =  =  =  =  =
read-with-reason      ok ok ok ok ok ok ok ok
`.trim(),
  );
});

it('refuses a word that is no command of a sitting, and every command to one that does not exist', () => {
  const { desk, ref } = situations.preparing();
  expect(desk.answer(ref, { type: 'hold-the-sitting' })).toBe('command.unknown');
  for (const type of types) expect(desk.answer(desk.newRef('sitting'), { type })).toBe('record.missing');
});
