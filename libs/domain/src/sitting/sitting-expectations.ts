import type { Context } from '../record/context.ts';
import type { Expectation, Holder } from '../record/obligation.ts';
import { bodyOf } from '../rules/municipality-rules.ts';
import { toPhone } from './invitation/phone-tasks.ts';
import { replyOwed } from './invitation/reply-owed.ts';
import { secrecyOwed } from './invitation/secrecy-owed.ts';
import { requiredAbsent } from './invitation/required-absence.ts';
import type { SittingState } from './sitting-state.ts';

/** What a sitting owes in this state. Reply obligations stand for the people asked, the rest for the secretariat. */
export function sittingExpectations(state: SittingState, ctx: Context): readonly Expectation[] {
  const secretariat: Holder = { agency: ctx.rules.coordinatingBody, post: 'coordinator' };
  const round = String(state.sequence);
  switch (state.stage) {
    case 'preparing': {
      // A sitting opened or moved at short notice is called at once; a date in the past helps nobody.
      const askedOn = state.obligations[`call/${round}`]?.askedOn ?? ctx.today;
      const callOn = ctx.calendar.addOpenDays(state.heldOn, -(bodyOf(ctx.rules, state.body)?.noticeOpenDays ?? 0));
      return [
        {
          key: `call/${round}`,
          kind: 'call',
          holder: secretariat,
          blocking: true,
          dueOn: callOn < askedOn ? askedOn : callOn,
        },
      ];
    }
    case 'called':
      return [
        {
          key: `hold-sitting/${round}`,
          kind: 'hold-sitting',
          holder: secretariat,
          blocking: true,
          dueOn: state.heldOn,
        },
        ...state.invitations.flatMap((invitation) => [
          ...replyOwed(state, invitation, secretariat, ctx),
          ...secrecyOwed(state, invitation, secretariat, ctx),
        ]),
        ...(state.invitations.some(({ sent }) => !sent)
          ? [nextStep(`send-invitations/${round}/${String(state.invitations.length)}`, secretariat)]
          : []),
        ...(toPhone(state).length > 0
          ? [nextStep(`open-phone-tasks/${round}/${String(phoned(state))}`, secretariat)]
          : []),
        ...(requiredAbsent(state) > 0
          ? [
              {
                key: `required-agency/${round}/${String(requiredAbsent(state))}`,
                kind: 'required-agency' as const,
                holder: secretariat,
                blocking: true,
                dueOn: state.heldOn,
              },
            ]
          : []),
      ];
    case 'held': {
      const open = state.items.filter(({ disposition }) => disposition === null);
      return open.length > 0
        ? open.map(({ id, caseId }) => ({
            key: `disposition/${id}`,
            kind: 'disposition',
            holder: secretariat,
            blocking: true,
            about: caseId,
          }))
        : [nextStep('close-sitting', secretariat)];
    }
    default:
      return [];
  }
}

const nextStep = (key: string, holder: Holder): Expectation => ({
  key: `next-step/${key}`,
  kind: 'next-step',
  holder,
  blocking: false,
});
const phoned = (state: SittingState): number => state.invitations.filter(({ phoned: call }) => call === 'asked').length;
