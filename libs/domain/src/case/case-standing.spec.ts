import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import { stages } from './stage.ts';

const standingOf = ({ desk, ref }: MadeCase): ReturnType<MadeCase['desk']['standing']> => desk.standing(ref);

describe('where a case stands, as its procedures read it', () => {
  it('tells at each stage which milestones lie behind', () => {
    const lines = stages.map((stage) => {
      const s = standingOf(makeCase({ stage }));
      const marks = [
        s.screened && 'screened',
        `handoff ${s.handoff.state}`,
        s.consented && 'consented',
        s.assessment.finished && 'assessed',
        s.planning.applied && 'applied',
        s.planning.review !== 'none' && s.planning.review,
        s.decision.decided && 'decided',
        s.support.rolesTold && s.decision.decided && 'roles told',
        s.support.evaluating && 'evaluating',
        s.support.interrupted && 'interrupted',
        s.ended && 'ended',
        s.closed && 'closed',
      ];
      return `${stage}: ${marks.filter(Boolean).join(', ')}`;
    });
    expect(lines).toEqual([
      'intake: handoff none',
      'screening: screened, handoff none',
      'handoff: screened, handoff awaiting',
      'accepted: screened, handoff accepted',
      'assessment: screened, handoff accepted, consented',
      'planning: screened, handoff accepted, consented, assessed',
      'adequacyReview: screened, handoff accepted, consented, assessed, applied',
      'decision: screened, handoff accepted, consented, assessed, applied, adequate',
      'support: screened, handoff accepted, consented, assessed, applied, adequate, decided, roles told',
      'evaluation: screened, handoff accepted, consented, assessed, applied, adequate, decided, roles told, evaluating',
      'interrupted: screened, handoff accepted, consented, assessed, applied, adequate, decided, roles told, interrupted',
      'followUp: screened, handoff accepted, consented, assessed, ended',
      'closed: screened, handoff accepted, consented, assessed, ended, closed',
      'advised: screened, handoff advised, ended, closed',
    ]);
  });

  it('turns a milestone with each step that a procedure takes', () => {
    const takes: readonly (readonly [MadeCase, string, (made: MadeCase) => unknown, unknown, unknown])[] = [
      [makeCase({ stage: 'assessment' }), 'ask-for-sheets', (made) => standingOf(made).assessment.asked, false, true],
      [situations.sheetsIn(), 'begin-planning', (made) => standingOf(made).assessment.finished, false, true],
      [
        makeCase({ stage: 'adequacyReview' }),
        'ask-for-review',
        (made) => standingOf(made).planning.reviewAsked,
        false,
        true,
      ],
      [makeCase({ stage: 'decision' }), 'ask-for-approval', (made) => standingOf(made).decision.asked, false, true],
      [situations.rolesUntold(), 'tell-roles', (made) => standingOf(made).support.rolesTold, false, true],
      [situations.monitoringDue(), 'ask-for-monitoring', (made) => standingOf(made).support.monitoringDue, true, false],
      [situations.evaluationDue(), 'begin-evaluation', (made) => standingOf(made).support.evaluating, false, true],
      [situations.frozen(), 'tell-recipients-of-withdrawal', (made) => standingOf(made).withdrawals.untold, 1, 0],
      [situations.followedUp(), 'close-case', (made) => standingOf(made).closed, false, true],
    ];
    for (const [made, type, milestone, before, after] of takes) {
      expect([type, milestone(made)]).toEqual([type, before]);
      made.desk.system(made.ref, type);
      expect([type, milestone(made)]).toEqual([type, after]);
    }
  });

  it("has nobody consenting when the last consent is withdrawn, and everybody's others untouched", () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    desk.done(ref, say.withdraws(desk));
    expect(desk.standing(ref)).toMatchObject({
      consented: false,
      decision: { decided: true },
      handoff: { state: 'accepted' },
    });
  });

  it('keeps 受理 for what it is after later requests from agency to agency', () => {
    const { desk, ref } = makeCase({ stage: 'support' });
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'shakyo' }));
    desk.done(ref, {
      type: 'decline-handoff',
      handoffId: desk.case(ref).handoffs[1]?.id,
      reason: 'other',
      suggestion: 'askAgainLater',
      answerText: null,
    });
    expect(desk.standing(ref).handoff).toEqual({ state: 'accepted', answers: 1, declines: 0, expired: false });
  });
});
