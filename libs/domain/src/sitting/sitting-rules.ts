import { shrunkDue } from '#libs/calendar';
import type { SittingSystemCommand } from '#libs/contracts';
import { alreadySo, firstOf } from '../case/refusals.ts';
import { refuse, type Context, type Refusal } from '../record/context.ts';
import type { CommandRules } from '../record/definition.ts';
import { agencyOf, bodyOf, knowsAgency, type AgencyCode } from '../rules/municipality-rules.ts';
import type { SittingLinkedCommand, SittingUserCommand, NewItem } from './sitting.commands.ts';
import type { SittingEvent } from './sitting.events.ts';
import type { AgendaItem, Invitation, SittingStage, SittingState } from './sitting-state.ts';

export type OpenSitting = Extract<SittingUserCommand, { type: 'open-sitting' }>;
export type LaterSittingCommand =
  Exclude<SittingUserCommand, OpenSitting> | SittingLinkedCommand | SittingSystemCommand;

/** The wording read aloud or signed at a 支援会議 (R35); its version is kept with the attendance. */
export const confidentialityTextVersion = '106-6-2026-04';

const unlessIn = (
  state: SittingState,
  allowed: readonly SittingStage[],
  command: { readonly type: string },
): Refusal | undefined =>
  allowed.includes(state.stage)
    ? undefined
    : refuse('sitting.not-in-stage', { stage: state.stage, command: command.type });

const missingItem = (state: SittingState, itemId: string): Refusal | undefined =>
  state.items.some(({ id }) => id === itemId) ? undefined : refuse('item.missing');

const timesRefusal = (
  command: { readonly heldOn: string; readonly startsAt: string; readonly endsAt: string },
  ctx: Context,
): Refusal | undefined =>
  firstOf(
    command.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
    command.endsAt <= command.startsAt && refuse('sitting.ends-before-start'),
  );

const unknownAgency = (agencies: readonly AgencyCode[], ctx: Context): Refusal | undefined => {
  const unknown = agencies.find((agency) => !knowsAgency(ctx.rules, agency));
  return unknown === undefined ? undefined : refuse('agency.unknown', { agency: unknown });
};

export const openingRefusal = (command: OpenSitting, ctx: Context): Refusal | undefined =>
  firstOf(
    !bodyOf(ctx.rules, command.body) && refuse('body.unknown', { body: command.body }),
    timesRefusal(command, ctx),
  );

/** An item with the body's basis on it: the basis belongs to the item (R5). */
export function itemOf(item: NewItem, body: string, ctx: Context): AgendaItem {
  const rules = bodyOf(ctx.rules, body);
  if (!rules) throw new Error(`body ${body} is not in the profile`);
  return {
    id: item.itemId,
    caseId: item.caseId,
    caseNumber: item.caseNumber,
    kind: rules.kind,
    legalBasis: rules.legalBasis,
    purpose: item.purpose,
    personIds: item.personIds,
    agencies: item.agencies,
    frozen: false,
    disposition: null,
  };
}

/** When a reply asked on `askedOn` is due: computed from the lead there is, never in the past (R30). */
export const replyDueFrom = (askedOn: string, heldOn: string, ctx: Context): string =>
  shrunkDue(ctx.calendar, {
    askedOn,
    heldOn,
    wantedOpenDaysBefore: ctx.rules.replyOpenDaysBefore,
    standardLead: ctx.rules.standardLeadOpenDays,
  });

const requiredIn = (state: SittingState, agency: AgencyCode, ctx: Context): boolean =>
  bodyOf(ctx.rules, state.body)?.requiredAgencies.includes(agency) ?? false;

/** A required agency that said it will not come and sends no word in writing. */
export const requiredAbsent = (state: SittingState): number =>
  state.invitations.filter(({ required, reply }) => required && reply === 'absent').length;

/** 開催回: call, answers, holding, a disposition for each item, end (R19–R38 as far as built). */
export const sittingCommands: CommandRules<SittingState, LaterSittingCommand, SittingEvent> = {
  'add-item': {
    refusal: (state, command, ctx) =>
      firstOf(
        unlessIn(state, ['preparing', 'called'], command),
        state.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
        state.items.some(({ id, caseId }) => id === command.item.itemId || caseId === command.item.caseId) &&
          refuse('item.already-placed'),
        unknownAgency(command.item.agencies, ctx),
      ),
    decide: (state, command, ctx) => [{ type: 'item-added', v: 1, item: itemOf(command.item, state.body, ctx) }],
  },
  'remove-item': {
    refusal: (state, command) =>
      firstOf(unlessIn(state, ['preparing', 'called'], command), missingItem(state, command.itemId)),
    decide: (_state, command) => [{ type: 'item-removed', v: 1, itemId: command.itemId }],
  },
  'freeze-item': {
    refusal: (state, command) => missingItem(state, command.itemId),
    decide: (_state, command) => [
      { type: 'item-frozen', v: 1, itemId: command.itemId, frozen: command.frozen ?? true },
    ],
  },
  'call-sitting': {
    refusal: (state, command, ctx) => {
      const wanted = bodyOf(ctx.rules, state.body)?.noticeOpenDays ?? 0;
      const notice = ctx.calendar.openDaysBetween(ctx.today, state.heldOn);
      const agencies = command.invitees.map(({ agency }) => agency);
      return firstOf(
        unlessIn(state, ['preparing'], command),
        state.items.length === 0 && refuse('sitting.no-item'),
        agencies.length === 0 && refuse('sitting.no-invitee'),
        new Set(agencies).size !== agencies.length && refuse('sitting.invitee-twice'),
        unknownAgency(agencies, ctx),
        state.heldOn < ctx.today && refuse('date.in-past', { field: 'heldOn' }),
        notice < wanted && command.urgentReasonText === null && refuse('sitting.notice-too-short', { notice, wanted }),
      );
    },
    decide: (state, command, ctx) => [
      {
        type: 'sitting-called',
        v: 1,
        on: ctx.today,
        replyDueOn: replyDueFrom(ctx.today, state.heldOn, ctx),
        urgentReasonText: command.urgentReasonText,
        invitations: command.invitees.map(({ invitationId, agency }) => ({
          id: invitationId,
          agency,
          required: requiredIn(state, agency, ctx),
        })),
      },
    ],
  },
  'add-invitee': {
    refusal: (state, command, ctx) =>
      firstOf(
        unlessIn(state, ['called'], command),
        state.invitations.some(({ agency }) => agency === command.agency) && refuse('sitting.invitee-twice'),
        unknownAgency([command.agency], ctx),
      ),
    decide: (state, command, ctx) => [
      {
        type: 'invitee-added',
        v: 1,
        invitation: {
          id: command.invitationId,
          agency: command.agency,
          required: requiredIn(state, command.agency, ctx),
        },
      },
    ],
  },
  'send-invitations': {
    refusal: (state) =>
      state.stage === 'called' && state.invitations.some(({ sent }) => !sent) ? undefined : alreadySo,
    decide: (state, _command, ctx) => {
      const unsent = state.invitations.filter(({ sent }) => !sent);
      return [
        {
          type: 'invitations-sent',
          v: 1,
          on: ctx.today,
          invitationIds: unsent.map(({ id }) => id),
          toPhone: unreachable(unsent, ctx),
        },
      ];
    },
  },
  'answer-invitation': {
    refusal: (state, command, ctx) => {
      const invitation = state.invitations.find(({ id }) => id === command.invitationId);
      return firstOf(
        !invitation && refuse('reply.invitation-missing'),
        ctx.actor.kind === 'invitee' && ctx.actor.invitationId !== command.invitationId && refuse('reply.not-yours'),
        state.stage !== 'called' && refuse('reply.closed', { stage: state.stage }),
        command.reply === 'proxy' && command.proxyText === null && refuse('reply.proxy-name-missing'),
      );
    },
    decide: (state, command, ctx) => [
      {
        type: 'invitation-answered',
        v: 1,
        invitationId: command.invitationId,
        reply: command.reply,
        proxyText: command.proxyText,
        via: command.via,
        atMs: ctx.nowMs,
        late: state.replyDueOn !== null && ctx.today > state.replyDueOn,
      },
    ],
  },
  'open-phone-tasks': {
    refusal: (state) => (toPhone(state).length > 0 ? undefined : alreadySo),
    decide: (state, _command, ctx) => [
      { type: 'phone-tasks-opened', v: 1, on: ctx.today, invitationIds: toPhone(state) },
    ],
  },
  'tell-required-absence': {
    refusal: (state) =>
      state.stage === 'called' && requiredAbsent(state) > 0 && !state.requiredAbsenceTold ? undefined : alreadySo,
    decide: (_state, _command, ctx) => [{ type: 'required-absence-told', v: 1, on: ctx.today }],
  },
  'move-sitting': {
    refusal: (state, command, ctx) =>
      firstOf(unlessIn(state, ['preparing', 'called'], command), timesRefusal(command, ctx)),
    decide: (state, command, ctx) => [
      {
        type: 'sitting-moved',
        v: 1,
        on: ctx.today,
        heldOn: command.heldOn,
        startsAt: command.startsAt,
        endsAt: command.endsAt,
        placeText: command.placeText,
        replyDueOn: state.stage === 'called' ? replyDueFrom(ctx.today, command.heldOn, ctx) : null,
        toPhone: unreachable(state.invitations, ctx),
      },
    ],
  },
  'hold-sitting': {
    refusal: (state, command, ctx) => {
      const office = [ctx.rules.competentSection, ctx.rules.coordinatingBody];
      const stranger = command.present.find(
        (agency) => !office.includes(agency) && !state.invitations.some((invitation) => invitation.agency === agency),
      );
      return firstOf(
        unlessIn(state, ['called'], command),
        ctx.today < state.heldOn && refuse('sitting.before-its-day', { heldOn: state.heldOn }),
        command.present.length === 0 && refuse('sitting.nobody-present'),
        stranger !== undefined && refuse('sitting.not-invited', { agency: stranger }),
      );
    },
    decide: (_state, command, ctx) => [
      {
        type: 'sitting-held',
        v: 1,
        on: ctx.today,
        present: command.present,
        acknowledgement: command.acknowledgement,
        textVersion: confidentialityTextVersion,
        chair: command.chair,
      },
    ],
  },
  'give-disposition': {
    refusal: (state, command) =>
      firstOf(
        unlessIn(state, ['held'], command),
        missingItem(state, command.itemId),
        state.items.find(({ id }) => id === command.itemId)?.disposition !== null && refuse('item.already-disposed'),
      ),
    decide: (_state, command, ctx) => [
      {
        type: 'disposition-given',
        v: 1,
        itemId: command.itemId,
        result: command.result,
        ownerAgency: command.ownerAgency,
        dueOn: command.dueOn,
        nextStepText: command.nextStepText,
        on: ctx.today,
      },
    ],
  },
  // It cannot close while an item has no disposition: no path leads from a past meeting to nothing scheduled (product-rules 13).
  'close-sitting': {
    refusal: (state) =>
      state.stage === 'held' && state.items.every(({ disposition }) => disposition !== null) ? undefined : alreadySo,
    decide: (_state, _command, ctx) => [{ type: 'sitting-closed', v: 1, on: ctx.today }],
  },
  'cancel-sitting': {
    refusal: (state, command) => unlessIn(state, ['preparing', 'called'], command),
    decide: (_state, command, ctx) => [
      { type: 'sitting-cancelled', v: 1, on: ctx.today, reasonText: command.reasonText },
    ],
  },
};

/** Invitations whose silence, or whose lack of mail, makes a call necessary and none was asked for yet. */
export const toPhone = (state: SittingState): readonly string[] =>
  state.stage === 'called'
    ? state.invitations
        .filter(({ sent, reply, expired, phoned }) => sent && reply === null && expired && phoned === 'none')
        .map(({ id }) => id)
    : [];

const unreachable = (invitations: readonly Invitation[], ctx: Context): readonly string[] =>
  invitations.filter(({ agency }) => !byMail(agency, ctx)).map(({ id }) => id);

/** Is this agency reached by mail? Paper and phone bodies are called at once. */
export const byMail = (agency: AgencyCode, ctx: Context): boolean => agencyOf(ctx.rules, agency).channel === 'mail';
