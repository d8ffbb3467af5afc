import type { Context } from '../record/context.ts';
import type { Expectation, Holder } from '../record/obligation.ts';
import { agencyOf, bodyOf } from '../rules/municipality-rules.ts';
import { byMail, replyDueFrom, requiredAbsent, toPhone } from './sitting-rules.ts';
import type { Invitation, SittingState } from './sitting-state.ts';

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
        ...state.invitations.flatMap((invitation) => replies(state, invitation, secretariat, ctx)),
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

function replies(
  state: SittingState,
  invitation: Invitation,
  secretariat: Holder,
  ctx: Context,
): readonly Expectation[] {
  if (!invitation.sent || invitation.reply !== null) return [];
  const key = `${invitation.id}/${String(state.sequence)}`;
  const due = replyDue(state, invitation, ctx);
  // Where mail does not reach or is not answered, the secretariat calls: the sitting's own day is the last one to do it.
  if (invitation.phoned === 'asked')
    return [
      {
        key: `phone-task/${key}`,
        kind: 'phone-task',
        holder: secretariat,
        blocking: true,
        about: invitation.id,
        ...(byMail(invitation.agency, ctx) ? {} : due),
      },
    ];
  if (invitation.expired || !byMail(invitation.agency, ctx)) return [];
  const gentle = ctx.rules.oneReminderKinds.includes(agencyOf(ctx.rules, invitation.agency).kind);
  return [
    {
      key: `reply/${key}`,
      kind: 'reply',
      holder: { agency: invitation.agency, post: 'staff' },
      blocking: true,
      about: invitation.id,
      askedBy: ctx.rules.competentSection,
      ...due,
      ...(gentle ? { reminders: 1 } : {}),
    },
  ];
}

/** The sitting's reply date; one of its own for an agency asked only after that: never a date that is past already (R30). */
function replyDue(state: SittingState, { id }: Invitation, ctx: Context): Pick<Expectation, 'dueOn'> {
  if (state.replyDueOn === null) return {};
  const asked = ['reply', 'phone-task'].map(
    (kind) => state.obligations[`${kind}/${id}/${String(state.sequence)}`]?.askedOn,
  );
  const askedOn = asked.find((on) => on !== undefined) ?? ctx.today;
  return { dueOn: askedOn <= state.replyDueOn ? state.replyDueOn : replyDueFrom(askedOn, state.heldOn, ctx) };
}
