import type { RecordKind } from '#libs/contracts';
import { mainHandoffs } from '../case/case-leaving.ts';
import type { CaseState } from '../case/case-state.ts';
import { consentHolds, mayShare } from '../case/consent-scope.ts';
import type { CaseEvent } from '../case/case-registry.ts';
import { isEnded } from '../case/stage.ts';
import { definitionOf } from '../definitions.ts';
import type { Actor } from '../record/actor.ts';
import { reconcile, somethingDue, type KeptState } from '../record/keeping.ts';
import { nextDueAtMs, type LadderStep } from '../record/obligation.ts';
import { obligationTable } from '../record/obligation-table.ts';
import { stallCauses } from '../record/stall-causes.ts';
import type { AnyEvent, RecordChange } from '../record/transact.ts';
import type { SittingState } from '../sitting/sitting-state.ts';
import { countedIn, nothingPast } from './counted-in-case.ts';
import type { DomainDesk } from './domain-desk.ts';
import { legalMoves } from '../case/legal-moves.ts';

const milestones = (standing: object): string => JSON.stringify({ ...standing, seq: 0, nextDueAtMs: null, stage: '' });

/** What a commit broke of what must always hold, in words; empty when nothing. */
export function brokenBy(change: RecordChange, actor: Actor, desk: DomainDesk): readonly string[] {
  const { ref, before, after, events } = change;
  const definition = definitionOf(ref.kind);
  const broken: string[] = [];
  const promise = (holds: boolean, words: string): void => {
    if (!holds) broken.push(`${words} (${ref.id} after ${events.map(({ type }) => type).join(', ')})`);
  };
  const owed = Object.values(after.obligations);
  const ctx = desk.context(actor);
  if (definition.isOpen(after)) {
    promise(owed.length > 0, 'an open record owes something');
    promise(
      owed.every(
        ({ holder, dueOn, askedOn }) =>
          desk.rules.agencies.some(({ code }) => code === holder.agency) && dueOn !== '' && askedOn !== '',
      ),
      'everything owed has a holder and a date',
    );
  } else {
    promise(owed.length === 0 && nextDueAtMs(after.obligations) === null, 'nobody owes after the end');
  }
  promise(reconcile(after, definition.expectations(after, ctx), ctx).length === 0, 'what is owed is what is expected');
  for (const expected of definition.expectations(after, ctx)) {
    const open = after.obligations[expected.key];
    promise(open?.blocking === expected.blocking, `${expected.key} blocks as the state says`);
    promise(
      open?.holder.post === expected.holder.post && open.holder.agency === expected.holder.agency,
      `${expected.key} has the right holder`,
    );
  }
  if (events.every(({ type }) => type.startsWith('obligation-')) && actor.kind === 'clock') {
    promise(!somethingDue(after, desk.nowMs), 'after enforce nothing is due');
    const next = nextDueAtMs(after.obligations);
    promise(next === null || next > desk.nowMs, 'after enforce the next date lies ahead');
  }
  for (const { key, kind, askedOn, dueOn } of owed.filter((one) => before?.obligations[one.key] === undefined))
    promise(
      // These have a day of their own, a sitting's, a plan's or a consent's, also when it went by.
      dueOn >= askedOn || ['sitting-awaited', 'required-agency', 'plan-end', 'consent-review'].includes(kind),
      `${key} asked on ${askedOn} is not due in the past, on ${dueOn}`,
    );
  promise(stallIsRight(change), 'the stall is the one cause that comes first');
  // What a sitting's own step says to its cases is no step of theirs.
  if (actor.kind === 'workflow' && before && !events.some(({ type }) => type === 'seats-changed'))
    promise(
      milestones(definition.standing(before, ctx)) !== milestones(definition.standing(after, ctx)),
      'a done step of a procedure turns a milestone',
    );
  for (const notice of change.notices)
    promise(
      desk.rules.agencies.some(({ code }) => code === notice.recipient.agency),
      'a notice names an agency',
    );
  promise(
    new Set(change.notices.map(({ key }) => key)).size === change.notices.length,
    'notices have keys of their own',
  );
  promise(
    strangeStrings(events).length === 0,
    `events hold ids, codes and dates only: ${strangeStrings(events).join()}`,
  );
  promise(
    !/text-\d|resident-/.test(JSON.stringify([definition.standing(after, ctx), change.notices])),
    'standings and notices know no texts and no persons',
  );
  brokenOfKind[ref.kind]?.(change, desk, promise);
  return broken;
}

type Broken = (change: RecordChange, desk: DomainDesk, promise: (holds: boolean, words: string) => void) => void;
/** What must hold of a kind of record beside what holds for all. */
const brokenOfKind: Readonly<Record<RecordKind, Broken | null>> = { 'support-case': caseBroken, sitting: null };

function caseBroken(change: RecordChange, desk: DomainDesk, promise: (holds: boolean, words: string) => void): void {
  const after = change.after as CaseState;
  promise(after.leadAgency !== '', 'a case has a lead agency');
  const whole = desk.wholeCase({ id: change.ref.id });
  promise(
    JSON.stringify(countedIn({ ...whole, past: nothingPast })) === JSON.stringify(countedIn(after)),
    'what has left is counted as if it stood there',
  );
  promise(!isEnded(after.stage) || after.tasks.every(({ state }) => state !== 'open'), 'no task is open after the end');
  promise(
    !isEnded(after.stage) || after.handoffs.every(({ state }) => state !== 'awaiting'),
    'no handoff awaits an answer after the end',
  );
  promise(
    !isEnded(after.stage) || !['candidate', 'reviewing', 'outreach'].includes(after.track.state),
    'no 支援会議での検討 runs after the end',
  );
  let state = change.before as CaseState | undefined;
  for (const event of change.events as readonly (CaseEvent & AnyEvent)[]) {
    const next = definitionOf('support-case').apply(state, event) as CaseState;
    if (state && state.stage !== next.stage)
      promise(
        legalMoves[state.stage][next.stage]?.includes(event.type) ?? false,
        `${state.stage} to ${next.stage} by ${event.type} is legal`,
      );
    if (state) consentBroken(state, next, event, desk, promise);
    if (state && state.leadAgency !== next.leadAgency)
      promise(
        event.type === 'handoff-accepted' || event.type === 'support-ended',
        'the lead agency changes by an acceptance or at the end only',
      );
    if (state && event.type === 'candidate-raised')
      promise(
        mainHandoffs(state).filter(({ state: answer }) => answer === 'declined').length >=
          desk.rules.declinesBeforeMeeting || mainHandoffs(state).some(({ expired }) => expired),
        'a case becomes a 候補 after refusals or silence only',
      );
    state = next;
  }
}

function consentBroken(
  state: CaseState,
  next: CaseState,
  event: CaseEvent,
  desk: DomainDesk,
  promise: (holds: boolean, words: string) => void,
): void {
  const holds = (ids: readonly string[], on: string): boolean =>
    ids.every((id) => state.persons.some((one) => one.id === id && consentHolds(one, on)));
  for (const person of next.persons) {
    const was = state.persons.find(({ id }) => id === person.id);
    if (person.track === 'supportMeeting' && was?.track !== 'supportMeeting')
      promise(
        (person.consent.status !== 'refused' && person.consent.status !== 'withdrawn') ||
          person.supportTrackReasonText !== null,
        'nobody who said no comes onto the 支援会議 without a recorded reason',
      );
  }
  if (event.type === 'placed-on-sitting' && event.kind === 'planMeeting')
    promise(holds(event.personIds, event.heldOn), 'each person named on a 重層的支援会議 consents on its day');
  if (event.type === 'placement-moved') {
    const placement = state.placements.find(({ itemId }) => itemId === event.itemId);
    promise(
      placement?.kind !== 'planMeeting' || placement.frozen || holds(placement.personIds, event.heldOn),
      'each person consents on the new day',
    );
  }
  if (event.type === 'disposition-taken' && event.result !== 'adjourned') {
    const placement = state.placements.find(({ itemId }) => itemId === event.itemId);
    promise(
      placement?.kind !== 'planMeeting' || (!placement.frozen && holds(placement.personIds, placement.heldOn)),
      'nothing is decided on a person who does not consent',
    );
  }
  if (event.type === 'support-decided') {
    const named = state.plans.find(({ id }) => id === event.planId)?.personIds ?? [];
    promise(
      named.some((id) => holds([id], desk.today)),
      'no plan is decided without consent of a person named in it',
    );
  }
  if (event.type === 'sheets-asked')
    promise(
      event.agencies.every((agency) =>
        state.persons.some((one) => consentHolds(one, desk.today) && mayShare(state, one, agency, desk.rules)),
      ),
      'sheets are asked within the consent',
    );
  if (state.stage === 'accepted' && next.stage === 'assessment')
    promise(
      next.persons.some((one) => consentHolds(one, desk.today)),
      'アセスメント begins with a consent',
    );
}

/** The rule of design.md 5 said once more: nobody in charge, frozen, then the earliest date, then the order of the causes. */
function stallIsRight({ ref, after }: RecordChange): boolean {
  const definition = definitionOf(ref.kind);
  const stall = definition.stall(after);
  const blocking = Object.values(after.obligations).filter((one) => one.blocking && one.kind !== 'sitting-awaited');
  if (!definition.isOpen(after) || blocking.length === 0) return stall === undefined;
  const rank = (kind: keyof typeof obligationTable): number =>
    kind === 'person-in-charge' ? 0 : kind === 'frozen-item' ? 1 : 2;
  const first = Math.min(...blocking.map(({ kind }) => rank(kind)));
  const most = blocking.filter(({ kind }) => rank(kind) === first);
  const earliest = most.map(({ dueOn }) => dueOn).toSorted()[0];
  const causes = most
    .filter(({ dueOn }) => dueOn === earliest)
    .map(({ kind }) => stallCauses.indexOf(obligationTable[kind].cause));
  return stall !== undefined && stallCauses.indexOf(stall.cause) === Math.min(...causes);
}

/** Strings that are no id, code, date or time: text about people would be among them. */
function strangeStrings(value: unknown): readonly string[] {
  if (typeof value === 'string') return /^[A-Za-z0-9:./-]*$/.test(value) && value.length <= 80 ? [] : [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([key, inner]) => [...strangeStrings(key), ...strangeStrings(inner)]);
}

/** What two records that belong together say differently: an item and its placement. */
export function brokenBetween(desk: DomainDesk): readonly string[] {
  const cases = desk.refsOf('support-case').map((ref) => desk.case(ref));
  const sittings = desk.refsOf('sitting').map((ref) => desk.sitting(ref));
  const itemOf = (id: string): { sitting: SittingState; item: SittingState['items'][number] } | undefined => {
    const sitting = sittings.find(({ items }) => items.some((item) => item.id === id));
    const item = sitting?.items.find((one) => one.id === id);
    return sitting && item ? { sitting, item } : undefined;
  };
  const placements = cases.flatMap((one) => desk.wholeCase(one).placements);
  return [
    ...placements.flatMap((placement) => {
      const found = itemOf(placement.itemId);
      if (!found) return [`${placement.itemId} is on no sitting`];
      const { sitting, item } = found;
      if ((placement.result ?? undefined) !== item.disposition?.result) return [`${item.id} has two results`];
      if (placement.result === null && placement.heldOn !== sitting.heldOn) return [`${item.id} has two dates`];
      if (placement.result === null && placement.frozen !== item.frozen)
        return [`${item.id} is frozen on one side only`];
      return [];
    }),
    ...sittings.flatMap(({ stage, items }) =>
      stage === 'cancelled'
        ? []
        : items.flatMap((item) =>
            placements.some(({ itemId }) => itemId === item.id) ? [] : [`${item.id} has no placement`],
          ),
    ),
    ...sittings.flatMap(({ id, stage, items }) =>
      stage === 'closed' && items.some(({ disposition }) => disposition === null)
        ? [`${id} closed with an open item`]
        : [],
    ),
  ];
}

/** Steps that a change of dates lost: taken ones that are gone or would come again, and ones ahead that the ladder still has. */
export function lostByRedating(before: KeptState, after: KeptState, desk: DomainDesk): readonly string[] {
  return Object.values(before.obligations).flatMap((was) => {
    const now = after.obligations[was.key];
    if (!now) return [`${was.key} is gone`];
    const names = (steps: readonly LadderStep[]): readonly string[] => steps.map(({ step }) => step).toSorted();
    const taken = was.ladder.slice(0, was.taken);
    const ahead = was.ladder.slice(was.taken).filter(({ step }) => step !== 'reminder');
    const left = now.ladder.slice(now.taken);
    const reminders = was.ladder.filter(({ step }) => step === 'reminder').length;
    return [
      ...(JSON.stringify(now.ladder.slice(0, now.taken)) === JSON.stringify(taken)
        ? []
        : [`${was.key} forgot what was taken`]),
      ...(String(names(left.filter(({ step }) => step !== 'reminder'))) === String(names(ahead))
        ? []
        : [`${was.key} lost a step ahead`]),
      ...(left.every(({ step, atMs }) => step !== 'reminder' || atMs > desk.nowMs)
        ? []
        : [`${was.key} reminds for a day that is past`]),
      ...(now.ladder.filter(({ step }) => step === 'reminder').length <= Math.max(reminders, 3)
        ? []
        : [`${was.key} reminds more often`]),
      ...(was.askedOn === now.askedOn ? [] : [`${was.key} forgot when it was asked`]),
    ];
  });
}
