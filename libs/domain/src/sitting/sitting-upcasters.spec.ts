import { expect, it } from '@jest/globals';
import type { KeptState } from '../record/keeping.ts';
import type { AnyEvent } from '../record/transact.ts';
import * as say from '../testing/case-script.ts';
import type { DomainDesk, Said } from '../testing/domain-desk.ts';
import { hold, makeCase, place } from '../testing/make-case.ts';
import { upcast } from '../upcast.ts';
import { sittingDefinition } from './sitting.ts';

/** What later versions tell, and version 1 left to the fold or did not know. */
const addedSince: Readonly<Record<string, readonly string[]>> = {
  'invitation-answered': ['fallsOut', 'entered'],
  'sitting-moved': ['sequence', 'urgentReasonText', 'earlierHeldOn'],
  'sitting-cancelled': ['sequence'],
};
const asOfOld = (event: AnyEvent): AnyEvent => {
  const added = addedSince[event.type] ?? [];
  const frozen = event.type === 'item-frozen' && (event as { frozen?: boolean }).frozen === true ? 'frozen' : undefined;
  const fields = Object.entries(event).filter(([name]) => !added.includes(name) && name !== frozen);
  return { ...Object.fromEntries(fields), type: event.type, v: 1 };
};

const fold = (log: readonly AnyEvent[]): KeptState | undefined =>
  log.reduce<KeptState | undefined>(
    (state, event) => sittingDefinition.apply(state as never, upcast(event, state) as never),
    undefined,
  );

const answer = (desk: DomainDesk, sitting: { readonly id: string }, nth: number, reply: string): Said => ({
  type: 'answer-invitation',
  invitationId: desk.sitting(sitting).invitations[nth]?.id,
  sequence: desk.sitting(sitting).sequence,
  reply,
  proxyText: null,
});

it('folds a log as the first release wrote it to the state it had then', () => {
  const made = makeCase({ stage: 'adequacyReview' });
  const { desk, ref } = made;
  const { sitting } = place(made, { body: 'planMeeting' });
  desk.done(sitting, say.callSitting(desk));
  desk.system(sitting, 'send-invitations');
  desk.done(sitting, answer(desk, sitting, 1, 'absent'));
  desk.system(sitting, 'tell-required-absence');
  desk.done(sitting, answer(desk, sitting, 0, 'absent'));
  desk.done(ref, { type: 'withdraw-consent', ...withdrawal(desk) });
  desk.done(sitting, {
    type: 'move-sitting',
    heldOn: desk.ahead(12),
    startsAt: '10:00',
    endsAt: '11:00',
    placeText: 't',
  });
  desk.done(sitting, answer(desk, sitting, 1, 'absent'));
  desk.system(sitting, 'tell-required-absence');
  desk.done(sitting, answer(desk, sitting, 1, 'attend'));
  desk.done(sitting, answer(desk, sitting, 1, 'absent'));
  desk.done(sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
  const log = desk.logs.get(sitting.id) ?? [];
  const old = log.map(asOfOld);
  expect(new Set(log.filter(({ v }) => v > 1).map(({ type }) => type))).toEqual(
    new Set(['item-frozen', ...Object.keys(addedSince)]),
  );
  expect(old.every(({ v }) => v === 1)).toBe(true);
  const { invitations, ...state } = desk.sitting(sitting);
  expect(fold(old)).toEqual({
    ...state,
    // Nobody wrote down who had entered a reply, nor the day that was told before.
    earlierHeldOn: null,
    invitations: invitations.map((one) => ({ ...one, entered: null })),
  });
  expect(desk.sitting(sitting)).toMatchObject({ sequence: 2, requiredAbsenceTold: false, items: [{ frozen: true }] });
});

const withdrawal = (desk: DomainDesk): object => ({
  personId: say.mother,
  withdrawalId: desk.id('withdrawal'),
  on: desk.today,
  agencies: 'all',
  reasonText: null,
});

it('has no older event at the beginning of a log', () => {
  expect(() => upcast({ type: 'sitting-moved', v: 1 }, undefined)).toThrow('cannot begin');
});

it('leaves what was held the number that its opening had, and knows none where an opening had none', () => {
  const made = makeCase({ stage: 'accepted' });
  const { desk } = made;
  const { sitting } = place(made);
  hold(made, sitting);
  const [opened, ...later] = (desk.logs.get(sitting.id) ?? []).map((event) => {
    const { ordinal: _, ...rest } = event as AnyEvent & { readonly ordinal?: number };
    return event.type === 'sitting-held' ? { ...rest, v: 1 } : rest;
  });
  expect(fold([{ ...opened!, ordinal: 7 } as AnyEvent, ...later])).toMatchObject({ stage: 'held', ordinal: 7 });
  expect(() => fold([opened!, ...later])).toThrow('without a number');
});
