import * as say from './case-script.ts';
import { person } from './town-people.ts';
import { type MadeCase, awaitingHandoff, call, decideOnMeeting, hold, makeCase, place } from './make-case.ts';

/** Situations that are no stage of their own: what runs beside the stages, and what is half done within one. */
export const situations = {
  /** Two refusals: put before the chair. */
  candidate: (): MadeCase => {
    const made = makeCase({ stage: 'handoff' });
    decline(made);
    made.desk.done(made.ref, say.sendHandoff(made.desk, { to: 'shakyo' }));
    decline(made);
    made.desk.system(made.ref, 'propose-for-support-meeting');
    return made;
  },
  /** On the agenda of a 支援会議 without anybody's consent. */
  onSupportMeeting: (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    place(made, { personIds: [say.mother, say.son] });
    return made;
  },
  /** The 支援会議 decided on アウトリーチ. */
  outreach: (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting, itemId } = place(made, { personIds: [say.mother, say.son], heldOn: made.desk.ahead(2) });
    hold(made, sitting);
    made.desk.done(sitting, say.dispose(made.desk, itemId, 'outreach'));
    return made;
  },
  /** 事前調整 is recorded: the first contact may be made. */
  preContact: (): MadeCase => {
    const made = situations.outreach();
    made.desk.done(made.ref, { type: 'record-pre-contact', on: made.desk.today, text: made.desk.id('text') });
    return made;
  },
  /** A 支援会議 gave a task. */
  task: (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting, itemId } = place(made, { heldOn: made.desk.ahead(2) });
    hold(made, sitting);
    made.desk.done(sitting, say.dispose(made.desk, itemId, 'shared', { taskId: 'task-0' }));
    return made;
  },
  /** A person said no. */
  refused: (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.consents(made.desk, say.son, { status: 'refused' }));
    return made;
  },
  /** An agency recorded a consent that opens the person to itself: it waits for its confirmation. */
  unconfirmed: (): MadeCase => {
    const made = makeCase({ stage: 'accepted' });
    made.desk.done(made.ref, say.consents(made.desk), person('kikan', 'staff'));
    return made;
  },
  sheetsAsked: (): MadeCase => {
    const made = makeCase({ stage: 'assessment' });
    made.desk.system(made.ref, 'ask-for-sheets');
    return made;
  },
  sheetsIn: (): MadeCase => {
    const made = situations.sheetsAsked();
    made.desk.done(made.ref, { type: 'submit-sheet', agency: 'houkatsu', text: made.desk.id('text') });
    return made;
  },
  planDrafted: (): MadeCase => {
    const made = makeCase({ stage: 'planning' });
    made.desk.done(made.ref, say.draftPlan(made.desk));
    return made;
  },
  /** The plan is on the agenda of a 重層的支援会議. */
  onPlanMeeting: (): MadeCase => {
    const made = makeCase({ stage: 'adequacyReview' });
    made.desk.system(made.ref, 'ask-for-review');
    call(made, place(made, { body: 'planMeeting' }).sitting);
    return made;
  },
  /** As before, and the person withdrew. */
  frozen: (): MadeCase => {
    const made = situations.onPlanMeeting();
    made.desk.done(made.ref, say.withdraws(made.desk, say.mother, { withdrawalId: 'withdrawal-0' }));
    return made;
  },
  approvalDrafted: (): MadeCase => {
    const made = makeCase({ stage: 'decision' });
    made.desk.system(made.ref, 'ask-for-approval');
    made.desk.done(made.ref, say.draftApproval(made.desk));
    return made;
  },
  rolesUntold: (): MadeCase => {
    const made = situations.approvalDrafted();
    made.desk.done(made.ref, { type: 'decide-support', decidedOn: made.desk.today });
    return made;
  },
  monitoringDue: (): MadeCase => {
    const made = makeCase({ stage: 'support' });
    made.desk.passOpenDays(25);
    return made;
  },
  evaluationDue: (): MadeCase => {
    const made = makeCase({ stage: 'support' });
    made.desk.passOpenDays(55);
    return made;
  },
  followedUp: (): MadeCase => {
    const made = makeCase({ stage: 'followUp' });
    for (const { day, dueOn } of made.desk.case(made.ref).followUps) {
      made.desk.passTo(dueOn);
      made.desk.done(made.ref, {
        type: 'record-follow-up',
        day,
        on: dueOn,
        leadAgencyOk: true,
        text: made.desk.id('text'),
      });
    }
    return made;
  },
  /** The half-minute form. */
  adviceOnly: (): MadeCase => {
    const { desk } = makeCase();
    const ref = desk.newRef('support-case');
    desk.done(ref, {
      type: 'record-advice-only',
      caseNumber: 'R8-002',
      receivedOn: desk.today,
      point: 'office',
      askedBy: 'houkatsu',
      concern: 'debt',
      adviceText: desk.id('text'),
    });
    return { desk, ref };
  },
} as const satisfies Readonly<Record<string, () => MadeCase>>;

export function decline(made: MadeCase): void {
  made.desk.done(made.ref, {
    type: 'decline-handoff',
    handoffId: awaitingHandoff(made),
    reason: 'noCapacity',
    suggestion: 'otherAgency',
    answerText: null,
  });
}

/** A case whose plan was reviewed with a condition and explained again. */
export function conditional(): MadeCase {
  const made = makeCase({ stage: 'adequacyReview' });
  decideOnMeeting(made, 'adequacyReview', 'conditional');
  return made;
}

/** A person said no while a 支援会議 looks at them. */
export function refusedOnTrack(): MadeCase {
  const made = situations.outreach();
  made.desk.done(made.ref, say.consents(made.desk, say.son, { status: 'refused' }));
  return made;
}

/** A consent with a day on which it is looked at again. */
export function consentToReview(): MadeCase {
  const made = makeCase({ stage: 'accepted' });
  made.desk.done(made.ref, say.consents(made.desk, say.mother, { reviewOn: '2026-09-30' }));
  return made;
}

/** A 重層的支援会議 was held on the end, which has no 協議結果 yet. */
export function endAwaited(): MadeCase {
  const made = makeCase({ stage: 'evaluation' });
  const { desk } = made;
  hold(made, place(made, { body: 'planMeeting', purpose: 'closureDecision', heldOn: desk.ahead(2) }).sitting);
  return made;
}
