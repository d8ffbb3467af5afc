import type { RecordRef } from '#libs/contracts';
import type { ItemPurpose } from '../case/codes.ts';
import type { Stage } from '../case/stage.ts';
import { currentPlan } from '../case/current-plan.ts';
import type { AnySittingCommand } from '../sitting/sitting-registry.ts';
import * as say from './case-script.ts';
import { DomainDesk } from './domain-desk.ts';
import { manager, worker } from './town-people.ts';

export interface MadeCase {
  readonly desk: DomainDesk;
  readonly ref: RecordRef;
}

export type GiveDisposition = Extract<AnySittingCommand, { type: 'give-disposition' }>;

/** One step of the textbook way, from a stage to the next. */
const steps: Readonly<
  Record<Exclude<Stage, 'intake' | 'advised'>, readonly [from: Stage, go: (made: MadeCase) => void]>
> = {
  screening: [
    'intake',
    ({ desk, ref }) => {
      desk.done(ref, say.screen(desk), worker);
    },
  ],
  handoff: [
    'screening',
    ({ desk, ref }) => {
      desk.done(ref, say.sendHandoff(desk), worker);
    },
  ],
  accepted: ['handoff', acceptHandoff],
  assessment: [
    'accepted',
    ({ desk, ref }) => {
      desk.done(ref, say.consents(desk));
    },
  ],
  planning: [
    'assessment',
    ({ desk, ref }) => {
      desk.system(ref, 'ask-for-sheets');
      desk.done(ref, { type: 'submit-sheet', agency: 'houkatsu', text: desk.id('text') }, worker);
      desk.system(ref, 'begin-planning');
    },
  ],
  adequacyReview: [
    'planning',
    ({ desk, ref }) => {
      desk.done(ref, say.draftPlan(desk));
      desk.done(ref, say.explainPlan(desk));
    },
  ],
  decision: [
    'adequacyReview',
    (made) => {
      decideOnMeeting(made, 'adequacyReview', 'adequate');
    },
  ],
  support: [
    'decision',
    ({ desk, ref }) => {
      desk.system(ref, 'ask-for-approval');
      desk.done(ref, say.draftApproval(desk));
      desk.done(ref, { type: 'decide-support', decidedOn: desk.today }, manager);
      desk.system(ref, 'tell-roles');
    },
  ],
  evaluation: [
    'support',
    ({ desk, ref }) => {
      desk.done(ref, { type: 'evaluate-now' });
      desk.done(
        ref,
        say.evaluate(
          desk,
          (currentPlan(desk.case(ref))?.goals ?? []).map(({ id }) => id),
        ),
      );
    },
  ],
  interrupted: [
    'evaluation',
    (made) => {
      decideOnMeeting(made, 'interruption', 'interrupted');
    },
  ],
  followUp: [
    'evaluation',
    (made) => {
      decideOnMeeting(made, 'closureDecision', 'ended', { endReason: 'rolesAgreed', leadAgencyAfter: 'houkatsu' });
    },
  ],
  closed: [
    'followUp',
    ({ desk, ref }) => {
      for (const { day, dueOn } of desk.case(ref).followUps) {
        desk.passTo(dueOn);
        desk.done(ref, { type: 'record-follow-up', day, on: dueOn, leadAgencyOk: true, text: desk.id('text') });
      }
      desk.system(ref, 'close-case');
    },
  ],
};

/** A case of an invented 8050 household, brought to a stage by the commands of the textbook way. */
export function makeCase(
  wanted: { stage?: Stage; desk?: DomainDesk; open?: Parameters<typeof say.openCase>[1] } = {},
): MadeCase {
  const stage = wanted.stage ?? 'intake';
  const desk = wanted.desk ?? new DomainDesk();
  if (stage === 'intake') {
    const ref = desk.newRef('support-case');
    desk.done(ref, say.openCase(desk, wanted.open), worker);
    return { desk, ref };
  }
  if (stage === 'advised') {
    const made = makeCase({ ...wanted, desk, stage: 'handoff' });
    const handoffId = awaitingHandoff(made);
    desk.done(made.ref, { type: 'advise-on-handoff', handoffId, adviceText: desk.id('text') });
    return made;
  }
  const [from, go] = steps[stage];
  const made = makeCase({ ...wanted, desk, stage: from });
  go(made);
  return made;
}

/** The id of the one handoff that awaits an answer. @throws when there is none. */
export function awaitingHandoff({ desk, ref }: MadeCase): string {
  const found = desk.case(ref).handoffs.find(({ state }) => state === 'awaiting');
  if (!found) throw new Error('no handoff awaits an answer');
  return found.id;
}

export function acceptHandoff(made: MadeCase): void {
  made.desk.done(made.ref, { type: 'accept-handoff', handoffId: awaitingHandoff(made), answerText: null });
}

/** Opens a sitting with the case on it. */
export function place(
  { desk, ref }: MadeCase,
  where: Parameters<typeof say.openSitting>[2] = {},
): { sitting: RecordRef; itemId: string } {
  const sitting = desk.newRef('sitting');
  const command = say.openSitting(desk, ref, where);
  desk.done(sitting, command);
  return { sitting, itemId: command.item.itemId };
}

const others = ['houkatsu', 'shakyo'];
const onItems = (desk: DomainDesk, sitting: RecordRef): readonly string[] =>
  desk.sitting(sitting).items.flatMap(({ agencies }) => agencies);

/** Calls a sitting: everybody who sits on an item, and others. */
export function call({ desk }: Pick<MadeCase, 'desk'>, sitting: RecordRef): void {
  const invited = [...new Set([...others, ...onItems(desk, sitting)])].filter((agency) => agency !== 'office');
  desk.done(sitting, say.callSitting(desk, invited, { urgentReasonText: desk.id('text') }));
  desk.system(sitting, 'send-invitations');
}

/** Calls a sitting when it was not called, waits for its day and records that it was held, with everybody who sits on an item. */
export function hold(made: Pick<MadeCase, 'desk'>, sitting: RecordRef): void {
  const { desk } = made;
  if (desk.sitting(sitting).stage === 'preparing') call(made, sitting);
  desk.passTo(desk.sitting(sitting).heldOn);
  desk.done(sitting, say.holdSitting({ present: [...new Set(['office', ...onItems(desk, sitting)])] }));
}

/** Places, holds and disposes on a 重層的支援会議 two 開庁日 ahead. */
export function decideOnMeeting(
  made: MadeCase,
  purpose: ItemPurpose,
  result: GiveDisposition['result'],
  changes: Partial<GiveDisposition> = {},
): void {
  const { desk, ref } = made;
  if (desk.case(ref).stage === 'adequacyReview' && !desk.case(ref).reviewAsked) desk.system(ref, 'ask-for-review');
  const { sitting, itemId } = place(made, { body: 'planMeeting', purpose, heldOn: desk.ahead(2) });
  hold(made, sitting);
  desk.done(sitting, say.dispose(desk, itemId, result, changes));
  desk.system(sitting, 'close-sitting');
}
