import { shrunkDue } from '#libs/calendar';
import type { Word } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import type { NoticeKind } from '../../record/notice.ts';
import { agencyOf, bodyOf, type AgencyCode } from '../../rules/municipality-rules.ts';
import type { Invitation, SittingState } from '../sitting-state.ts';

/** Whom a sitting invites, as its event tells it. */
export interface NewInvitation {
  readonly id: string;
  readonly agency: AgencyCode;
  /** 必須出席機関 of the body. */
  readonly required: boolean;
}

export const invitationOf = (state: SittingState, id: string, agency: AgencyCode, ctx: Context): NewInvitation => ({
  id,
  agency,
  required: bodyOf(ctx.rules, state.body)?.requiredAgencies.includes(agency) ?? false,
});

/** Nobody was asked, nothing was said. */
const unanswered = {
  reply: null,
  proxyText: null,
  via: null,
  repliedAtMs: null,
  late: false,
  expired: false,
  phoned: 'none',
  entered: null,
} as const satisfies Partial<Invitation>;

export const unsent = (one: NewInvitation): Invitation => ({ ...one, sent: false, ...unanswered });

/** An answer was for the old date: everybody is asked anew. `toPhone`: whom mail does not reach. */
export const askedAnew = (one: Invitation, toPhone: readonly string[]): Invitation => ({
  ...one,
  ...unanswered,
  expired: toPhone.includes(one.id),
});

export const withInvitations = (
  state: SittingState,
  ids: readonly string[],
  change: Partial<Invitation>,
): SittingState => ({
  ...state,
  invitations: state.invitations.map((one) => (ids.includes(one.id) ? { ...one, ...change } : one)),
});

/** Who calls the sitting is present by rule and never asked whether it comes: the section of the municipality, or the coordinating body. */
export const convenerOf = ({ body }: Pick<SittingState, 'body'>, { rules }: Context): AgencyCode =>
  bodyOf(rules, body)?.convener === 'coordinatingBody' ? rules.coordinatingBody : rules.competentSection;

/** Is this agency reached by mail? Paper and phone bodies are called at once. */
export const byMail = (agency: AgencyCode, ctx: Context): boolean => agencyOf(ctx.rules, agency).channel === 'mail';

export const unreachable = (invitations: readonly Invitation[], ctx: Context): readonly string[] =>
  invitations.filter(({ agency }) => !byMail(agency, ctx)).map(({ id }) => id);

/** When a reply asked on `askedOn` is due: computed from the lead there is, a 開庁日, never in the past (R30). */
export const replyDueFrom = (askedOn: string, heldOn: string, ctx: Pick<Context, 'calendar' | 'rules'>): string =>
  ctx.calendar.nextOpen(
    shrunkDue(ctx.calendar, {
      askedOn,
      heldOn,
      wantedOpenDaysBefore: ctx.rules.replyOpenDaysBefore,
      standardLead: ctx.rules.standardLeadOpenDays,
    }),
  );

/** To the head of the body, one by one, never to anybody of a household: an invitation can only name an agency (R63). */
export const toHeads = (kind: NoticeKind, ids: readonly string[], after: SittingState): readonly Word[] =>
  after.invitations
    .filter(({ id }) => ids.includes(id))
    .map(({ id, agency }) => ({
      kind,
      recipient: { agency, to: 'head' },
      invitationId: id,
      sequence: after.sequence,
    }));

/** To everybody who was told of the sitting before. */
export const toInvited = (kind: NoticeKind, after: SittingState): readonly Word[] =>
  toHeads(
    kind,
    after.invitations.filter(({ sent }) => sent).map(({ id }) => id),
    after,
  );
