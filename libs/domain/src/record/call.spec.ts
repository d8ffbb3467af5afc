import { describe, expect, it } from '@jest/globals';
import type { RecordRef } from '#libs/contracts';
import { definitionOf } from '../definitions.ts';
import * as say from '../testing/case-script.ts';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase, place } from '../testing/make-case.ts';
import { townRules } from '../testing/town-rules.ts';
import { clock, coordinator } from '../testing/town-people.ts';
import type { Channel } from '../rules/municipality-rules.ts';
import { asksForReply } from '../sitting/invitation/sitting-calls.ts';
import type { Context } from './context.ts';
import type { KeptState } from './keeping.ts';
import { noticeKinds, recipientPosts, type Notice } from './notice.ts';
import type { AnyEvent } from './transact.ts';

const channels = ['mail', 'phone', 'paper'] as const satisfies readonly Channel[];

/** The town, with one of its agencies reached in that way. */
const townWith = (channel: Channel): ReturnType<typeof townRules> => {
  const rules = townRules();
  return {
    ...rules,
    agencies: rules.agencies.map((agency) => (agency.code === 'kikan' ? { ...agency, channel } : agency)),
  };
};

interface Told {
  readonly desk: DomainDesk;
  readonly ref: RecordRef;
  readonly invitationId: string | null;
}

/** A called sitting and a case with a つなぎ that waits, both with 機関 `kikan` on them. */
function recordsWith(channel: Channel): { readonly sitting: Told; readonly kase: Told } {
  const desk = new DomainDesk({ rules: townWith(channel) });
  const made = makeCase({ desk, stage: 'accepted' });
  desk.done(made.ref, say.sendHandoff(desk, { main: false, to: 'kikan' }));
  const { sitting } = place(made);
  desk.done(sitting, say.callSitting(desk, ['houkatsu', 'kikan']));
  desk.system(sitting, 'send-invitations');
  const invitationId = desk.sitting(sitting).invitations[1]?.id ?? null;
  return { sitting: { desk, ref: sitting, invitationId }, kase: { desk, ref: made.ref, invitationId: null } };
}

const noticeOf = (kind: Notice['kind'], to: Notice['recipient']['to'], invitationId: string | undefined): Notice => ({
  key: `word/${kind}/${to}`,
  kind,
  recipient: { agency: 'kikan', to },
  ...(invitationId === undefined ? {} : { invitationId }),
});

const cells = channels.flatMap((channel) =>
  noticeKinds.flatMap((kind) => recipientPosts.map((to) => [kind, to, channel] as const)),
);

/** Words that ask for what is not owed by them here: then there is nothing to be said any more. */
const askedElsewhere: readonly Notice['kind'][] = ['candidate-raised', 'sheet-asked', 'role-told', 'sharing-changed'];
const notAskedOf: Readonly<Record<'sitting' | 'kase', readonly Notice['kind'][]>> = {
  sitting: [...askedElsewhere, 'handoff-sent'],
  kase: [...askedElsewhere, 'reply-reminder'],
};

describe('every kind of notice × every channel of its recipient', () => {
  it.each(cells)(
    '[R63] %s to a %s reached by %s is sent or opens a phone task: none is dropped',
    (kind, to, channel) => {
      const { sitting, kase } = recordsWith(channel);
      const owed = (told: Told): number => told.desk.owed(told.ref).filter((one) => one.startsWith('phone-')).length;
      for (const told of [sitting, kase]) {
        const { desk, ref } = told;
        const state: KeptState = desk.state(ref);
        const ctx: Context = desk.context(coordinator);
        const invitationId = told.invitationId ?? undefined;
        const notice = noticeOf(kind, to, invitationId);
        const opened = definitionOf(ref.kind).callsFor(state, [notice], ctx) as readonly AnyEvent[];
        const isRepliedTo = invitationId !== undefined && asksForReply(notice);
        if (channel === 'mail') expect(opened).toEqual([]);
        // What asks for a reply is asked for by the phone task of that very invitation.
        else if (isRepliedTo) desk.system(ref, 'open-phone-tasks');
        else expect(opened).toMatchObject([{ type: 'call-opened', call: { kind, agency: 'kikan', to } }]);
        if (channel !== 'mail' && isRepliedTo) expect(owed(told)).toBe(1);
      }
    },
  );

  it.each(noticeKinds.flatMap((kind) => (['sitting', 'kase'] as const).map((which) => [kind, which] as const)))(
    '[R63] %s of a %s whose mail came back opens a phone task',
    (kind, which) => {
      const { desk, ref, invitationId } = recordsWith('mail')[which];
      const told = { noticeKey: `word/${kind}`, kind, agency: 'kikan', to: 'head', invitationId, owed: null };
      desk.done(ref, { type: 'report-undelivered', ...told }, clock);
      const isOwed = desk.owed(ref).some((one) => one === 'phone-message' || one === 'phone-task');
      expect(isOwed).toBe(!notAskedOf[which].includes(kind));
    },
  );
});

describe('電話のお願い', () => {
  it('[R12] a つなぎ to somebody without account is told, asked again and told to the head by phone; in silence its ladder ends like any other', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'police' }));
    const [first] = desk.case(ref).calls;
    expect(first).toMatchObject({ kind: 'handoff-sent', agency: 'police', to: 'desk', owed: 'handoff-answer' });
    expect(first?.dueOn).toBe(desk.ahead(2));
    desk.done(ref, { type: 'finish-call', callId: first?.id, how: 'phone' });
    desk.passOpenDays(2);
    expect(desk.case(ref).calls.map(({ kind, to }) => [kind, to])).toEqual([['reminder', 'desk']]);
    desk.passOpenDays(4);
    // The second reminder is said with the first, which nobody has made yet; the manager hears of that.
    expect(desk.case(ref).calls.map(({ kind, to }) => [kind, to])).toEqual([
      ['reminder', 'desk'],
      ['escalation', 'head'],
    ]);
    expect(desk.told(ref, 'escalation').some((line) => line.endsWith('office/manager'))).toBe(true);
    desk.passOpenDays(8);
    expect(desk.case(ref).handoffs.at(-1)).toMatchObject({ state: 'awaiting', expired: true });
  });

  it('need not be made any more when the answer is entered: who entered it and how it was told stand with it', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'minsei' }));
    const handoffId = desk.case(ref).handoffs.at(-1)?.id;
    for (const unsaid of [{ heard: null }, {}])
      expect(desk.answer(ref, { type: 'accept-handoff', handoffId, answerText: null, ...unsaid })).toBe(
        'answer.way-missing',
      );
    desk.done(ref, { type: 'accept-handoff', handoffId, answerText: null, heard: 'phone' });
    expect(desk.case(ref).calls).toEqual([]);
    expect(desk.owed(ref)).not.toContain('phone-message');
    expect(desk.case(ref).handoffs.at(-1)).toMatchObject({ state: 'accepted', entered: { heard: 'phone' } });
    expect(desk.case(ref).participants.map(({ agency }) => agency)).toContain('minsei');
  });

  it('about a sitting that moves is due before the earlier day, which somebody may still hold for true', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk } = made;
    const { sitting } = place(made, { heldOn: desk.ahead(8) });
    desk.done(sitting, say.callSitting(desk, ['houkatsu', 'police']));
    desk.system(sitting, 'send-invitations');
    desk.system(sitting, 'open-phone-tasks');
    const before = desk.sitting(sitting).heldOn;
    desk.passOpenDays(6);
    desk.done(sitting, {
      type: 'move-sitting',
      heldOn: desk.ahead(15),
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: desk.sitting(sitting).placeText,
    });
    desk.system(sitting, 'open-phone-tasks');
    const task = desk.obligation(sitting, 'phone-task');
    expect(task.dueOn < before).toBe(true);
    expect(task.dueOn >= desk.today).toBe(true);
  });
});
