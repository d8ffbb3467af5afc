import type { RecordRef } from '#libs/contracts';
import { agencyOfActor } from '../record/actor.ts';
import type { Context } from '../record/context.ts';
import { refuse, type Refusal } from '../record/context.ts';
import type { CommandRules, EventRules, LinkedCommand, RecordDefinition } from '../record/definition.ts';
import { applyKeeping } from '../record/keeping.ts';
import type { RecordEvent } from '../record/record-events.ts';
import { stallOf } from '../record/stall.ts';
import type { CaseState, Placement } from './case-state.ts';
import type { CaseCommand, IntakeCommand } from './case.commands.ts';
import type { CaseEvent } from './case.events.ts';
import { caseExpectations } from './case-expectations.ts';
import { caseNotices } from './case-notices.ts';
import { partOfCaseCommand, partsOfCaseEvent } from './case-parts.ts';
import { caseStanding } from './case-standing.ts';
import { consentCommands, consentEvents, thawedBy } from './consent.ts';
import { currentPlan } from './current-plan.ts';
import { activeAgencies } from './consent-scope.ts';
import { handoffCommands, handoffEvents } from './handoff.ts';
import { begun, intakeCommands, intakeEvents, openingRefusal } from './intake.ts';
import { placementEvents } from './placement-fold.ts';
import { placementCommands } from './placement.ts';
import { planCommands, planEvents } from './planning.ts';
import { isClosed } from './stage.ts';
import { supportCommands, supportEvents } from './support.ts';
import { trackCommands, trackEvents } from './track.ts';

type Beginning = Extract<IntakeCommand, { type: 'open-case' | 'record-advice-only' }>;
type LaterCommand = Exclude<CaseCommand, Beginning>;
type LaterEvent = Exclude<CaseEvent, { type: 'case-opened' | 'advice-recorded' }>;

/** Every command of a case after its first, one rule each. */
export const caseCommands: CommandRules<CaseState, LaterCommand, CaseEvent> = {
  ...intakeCommands,
  ...handoffCommands,
  ...consentCommands,
  ...trackCommands,
  ...placementCommands,
  ...planCommands,
  ...supportCommands,
};
const caseEvents: EventRules<CaseState, LaterEvent> = {
  ...intakeEvents,
  ...handoffEvents,
  ...consentEvents,
  ...trackEvents,
  ...placementEvents,
  ...planEvents,
  ...supportEvents,
};

const isBeginning = (command: CaseCommand): command is Beginning =>
  command.type === 'open-case' || command.type === 'record-advice-only';
type AnyRule = {
  refusal?: (state: CaseState, command: CaseCommand, ctx: Context) => Refusal | undefined;
  decide: (state: CaseState, command: CaseCommand, ctx: Context) => readonly CaseEvent[];
};

/** ケース as the executor knows it. */
export const supportCaseDefinition: RecordDefinition<CaseState, CaseCommand, CaseEvent> = {
  kind: 'support-case',
  shape: 2,
  beginnings: new Set(['open-case', 'record-advice-only']),
  refusal(state, command, ctx) {
    if (isBeginning(command)) return openingRefusal(command, ctx.rules, ctx.today);
    if (!state) return refuse('record.missing');
    // Shapes are checked at the edge and by the compiler; a word that is none of ours is refused here.
    return Object.hasOwn(caseCommands, command.type)
      ? ruleOf(command).refusal?.(state, command, ctx)
      : refuse('command.unknown', { command: command.type });
  },
  decide(state, command, ctx, ref) {
    if (isBeginning(command)) return [begin(command, ctx, ref)];
    if (!state) throw new Error('decide was asked for a case that does not exist');
    return ruleOf(command).decide(state, command, ctx);
  },
  apply(state, event) {
    const next = folded(state, event);
    return { ...next, seq: (state?.seq ?? 0) + 1, parts: raised(next.parts, partsOfCaseEvent(event)) };
  },
  partOf: partOfCaseCommand,
  linked: freezesOf,
  expectations: caseExpectations,
  notices: caseNotices,
  standing: (state, { rules }) => caseStanding(state, rules),
  stall: (state) => stallOf(Object.values(state.obligations), !isClosed(state.stage), state.openedOn),
  isOpen: (state) => !isClosed(state.stage),
  agencies: (state) => [
    ...new Set([
      state.leadAgency,
      ...activeAgencies(state),
      ...Object.values(state.obligations).map(({ holder }) => holder.agency),
      ...(currentPlan(state)?.state === 'decided' ? (currentPlan(state)?.roles ?? []) : []).map(({ agency }) => agency),
    ]),
  ],
};

// The table is keyed by the command's own type, so the rule found fits the command; TypeScript cannot say that of a union.
const ruleOf = (command: Exclude<CaseCommand, Beginning>): AnyRule => caseCommands[command.type] as AnyRule;

function begin(command: Beginning, ctx: Context, ref: RecordRef): CaseEvent {
  const common = {
    v: 1,
    municipality: ref.municipality,
    id: ref.id,
    caseNumber: command.caseNumber,
    on: ctx.today,
  } as const;
  const agency =
    agencyOfActor(ctx.actor) ??
    ctx.rules.intakePoints.find(({ code }) => code === command.point)?.agency ??
    ctx.rules.coordinatingBody;
  if (command.type === 'record-advice-only')
    return {
      type: 'advice-recorded',
      ...common,
      point: command.point,
      askedBy: command.askedBy,
      adviser: agency,
      concern: command.concern,
      adviceText: command.adviceText,
    };
  const {
    receivedOn,
    point,
    version,
    concerns,
    worstConcern,
    triedSchemes,
    storyText,
    reporterText,
    contactRulesText,
  } = command;
  return {
    type: 'case-opened',
    ...common,
    urgent: command.urgent,
    persons: command.persons,
    leadAgency: agency,
    membershipId: ctx.actor.kind === 'person' ? ctx.actor.membershipId : null,
    intake: {
      receivedOn,
      point,
      version,
      concerns,
      worstConcern,
      triedSchemes,
      storyText,
      reporterText,
      contactRulesText,
    },
  };
}

function folded(state: CaseState | undefined, event: CaseEvent | RecordEvent): CaseState {
  if (event.type === 'case-opened' || event.type === 'advice-recorded') return begun(event);
  if (!state) throw new Error(`a log cannot begin with ${event.type}`);
  if (isKeeping(event)) return afterStep(applyKeeping(state, event), state, event);
  const fold = caseEvents[event.type] as ((state: CaseState, event: LaterEvent) => CaseState) | undefined;
  if (!fold) throw new Error(`unknown event of a case: ${event.type}`);
  return fold(state, event);
}

const isKeeping = (event: CaseEvent | RecordEvent): event is RecordEvent => event.type.startsWith('obligation-');

/** What a ladder step means beyond asking: silence ends a ladder, a date opens a round. */
function afterStep(next: CaseState, before: CaseState, event: RecordEvent): CaseState {
  if (event.type !== 'obligation-step-taken') return next;
  const obligation = before.obligations[event.key];
  if (event.step === 'expiry' && obligation?.kind === 'handoff-answer')
    return {
      ...next,
      handoffs: next.handoffs.map((one) => (one.id === obligation.about ? { ...one, expired: true } : one)),
    };
  if (event.step === 'expiry' && obligation?.kind === 'sheet')
    return {
      ...next,
      sheets: next.sheets.map((sheet) =>
        sheet.agency === obligation.about && sheet.round === next.assessments ? { ...sheet, state: 'expired' } : sheet,
      ),
    };
  if (event.step === 'start' && obligation?.kind === 'monitoring-round')
    return { ...next, monitoring: { ...next.monitoring, due: true } };
  if (event.step === 'start' && obligation?.kind === 'evaluation')
    return { ...next, evaluation: { ...next.evaluation, due: true } };
  return next;
}

const raised = (parts: CaseState['parts'], names: readonly string[]): CaseState['parts'] =>
  names.length === 0 ? parts : { ...parts, ...Object.fromEntries(names.map((name) => [name, (parts[name] ?? 0) + 1])) };

/** A withdrawal freezes the person's items on their sittings, a new consent frees them, in the same transaction (R7). */
function freezesOf(before: CaseState | undefined, command: CaseCommand, ref: RecordRef): readonly LinkedCommand[] {
  if (!before) return [];
  const to = ({ sittingId, itemId }: Placement, frozen: boolean): LinkedCommand => ({
    ref: { municipality: ref.municipality, kind: 'sitting', id: sittingId },
    command: { type: 'freeze-item', itemId, frozen },
  });
  if (command.type === 'record-consent')
    return thawedBy(before, command.personId, command).map((placement) => to(placement, false));
  if (command.type !== 'withdraw-consent') return [];
  return before.placements
    .filter(
      ({ kind, result, frozen, personIds }) =>
        kind === 'planMeeting' && result === null && !frozen && personIds.includes(command.personId),
    )
    .map((placement) => to(placement, true));
}
