import type { RecordRef } from '#libs/contracts';
import { dispositionResults, itemPurposes } from '../case/codes.ts';
import { resultsOf } from '../case/placement/placement-gate.ts';
import { tellingWays } from '../record/call.ts';
import type { NoticeKind } from '../record/notice.ts';
import { replyKinds, type Invitation } from '../sitting/sitting-state.ts';
import * as say from './case-script.ts';
import type { Dice } from './dice.ts';
import type { DomainDesk, Said } from './domain-desk.ts';
import { agencies, sittingSystem, systemOf, type Proposal } from './random-words.ts';

const persons = [say.mother, say.son] as const;

/** What a sitting calls for. */
export function plausibleForSitting(desk: DomainDesk, dice: Dice, ref: RecordRef): Proposal | undefined {
  const state = desk.sitting(ref);
  if (state.stage === 'preparing' && state.heldOn < desk.today)
    return {
      ref,
      command: dice.roll(3) ? moveSitting(desk, dice) : { type: 'cancel-sitting', reasonText: desk.id('text') },
    };
  if (state.stage === 'preparing')
    return {
      ref,
      command: say.callSitting(desk, ['shakyo', ...dice.some(['houkatsu', 'clinic', 'minsei', 'police'])], {
        urgentReasonText: desk.id('text'),
      }),
    };
  if (state.stage === 'called') {
    const owed = Object.values(state.obligations).find(({ kind }) => kind === 'next-step');
    if (owed && dice.roll(2)) return { ref, command: { type: systemOf(owed.key) }, as: 'workflow' };
    const silent = state.invitations.find(
      ({ sent, reply: said, phoned }) => sent && said === null && phoned === 'none',
    );
    if (silent && dice.roll(6) === 0) return { ref, command: undelivered(desk, 'invitation', silent) };
    if (desk.today < state.heldOn && dice.roll(2)) {
      desk.passTo(state.heldOn);
      return { ref, command: say.holdSitting() };
    }
    return desk.today < state.heldOn
      ? { ref, command: reply(desk, dice, ref) }
      : { ref, command: say.holdSitting({ chair: dice.of(['manager', 'deputy']) }) };
  }
  const item = state.items.find(({ disposition }) => disposition === null);
  if (!item) return { ref, command: { type: 'close-sitting' }, as: 'workflow' };
  const result =
    item.kind === 'supportMeeting' && dice.roll(2) ? 'outreach' : (dice.one(resultsOf(item)) ?? 'adjourned');
  return {
    ref,
    command: say.dispose(desk, item.id, result, {
      dueOn: desk.ahead(1 + dice.roll(30)),
      ownerAgency: dice.of(agencies),
      ...(result === 'ended' ? { endReason: 'rolesAgreed', leadAgencyAfter: dice.of(agencies) } : {}),
    }),
  };
}

const moveSitting = (desk: DomainDesk, dice: Dice): Said => ({
  type: 'move-sitting',
  heldOn: desk.ahead(dice.roll(20)),
  startsAt: '14:00',
  endsAt: '15:00',
  placeText: desk.id('text'),
  urgentReasonText: desk.id('text'),
});

const reply = (desk: DomainDesk, dice: Dice, ref: RecordRef): Said => ({
  type: 'answer-invitation',
  invitationId: dice.one(desk.sitting(ref).invitations)?.id ?? 'invitation-0',
  reply: dice.roll(2) ? 'absent' : dice.one(replyKinds),
  proxyText: dice.roll(2) ? null : desk.id('text'),
  sequence: desk.sitting(ref).sequence,
});

const undelivered = (desk: DomainDesk, kind: NoticeKind, invitation: Invitation | undefined): Said => ({
  type: 'report-undelivered',
  noticeKey: desk.id('notice'),
  kind,
  agency: invitation?.agency ?? 'houkatsu',
  to: 'head',
  invitationId: invitation?.id ?? null,
  owed: null,
});

/** Something that comes up at a sitting without being called for, or that makes no sense there. */
export function anyForSitting(desk: DomainDesk, dice: Dice, ref: RecordRef, cases: readonly RecordRef[]): Proposal {
  const state = desk.sitting(ref);
  const item = dice.one(state.items)?.id ?? 'item-0';
  const text = desk.id('text');
  const caseId = dice.one(cases)?.id ?? '';
  const commands: readonly (() => Said)[] = [
    () => reply(desk, dice, ref),
    () => ({ type: 'add-invitee', invitationId: desk.id('invitation'), agency: dice.of(agencies) }),
    () => moveSitting(desk, dice),
    () => ({ type: 'cancel-sitting', reasonText: text }),
    () =>
      undelivered(
        desk,
        dice.of(['invitation', 'invitation-moved', 'invitation-cancelled'] as const),
        dice.one(state.invitations),
      ),
    () => ({ type: 'finish-call', callId: dice.one(state.calls)?.id ?? 'call-0', how: dice.of(tellingWays) }),
    () => ({ type: 'remove-item', itemId: item }),
    () => say.holdSitting({ present: dice.some(agencies) }),
    () => say.callSitting(desk, dice.some(agencies)),
    () =>
      say.dispose(desk, item, dice.of(dispositionResults), { endReason: 'other', leadAgencyAfter: dice.of(agencies) }),
    () => ({
      type: 'add-item',
      itemId: desk.id('item'),
      caseId,
      purpose: dice.of(itemPurposes),
      personIds: dice.some(persons),
      agencies: [],
    }),
  ];
  const kind = dice.roll(commands.length + 2);
  if (kind < 2) return { ref, command: { type: dice.of(sittingSystem) }, as: 'workflow' };
  return { ref, command: (commands[kind - 2] ?? (() => say.holdSitting()))() };
}
