import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { decideOnMeeting, hold, makeCase, place } from '../testing/make-case.ts';

/** How often each name was raised. */
function tally(names: readonly string[]): Readonly<Record<string, number>> {
  const sum: Record<string, number> = {};
  for (const name of names) sum[name] = (sum[name] ?? 0) + 1;
  return sum;
}

describe('what a 年度 counts', () => {
  it('[R77] of a case: the 相談受付 and whether anybody consented, the plan once, its end', () => {
    const { desk, ref } = makeCase({ stage: 'closed' });
    expect(tally(desk.counted(ref))).toMatchObject({
      intake: 1,
      'intake.withoutConsent': 1,
      'plan.new': 1,
      closure: 1,
    });
    const consented = makeCase({ open: { version: 'withConsent' } });
    expect(consented.desk.counted(consented.ref)).not.toContain('intake.withoutConsent');
  });

  it('[R77] of a re-plan: a plan more, and no new case', () => {
    const made = makeCase({ stage: 'evaluation' });
    const { desk, ref } = made;
    const said = desk.logs.get(ref.id)?.length ?? 0;
    decideOnMeeting(made, 'evaluation', 'replan');
    desk.system(ref, 'ask-for-sheets');
    for (const { agency, state } of desk.case(ref).sheets)
      if (state === 'asked') desk.done(ref, { type: 'submit-sheet', agency, text: desk.id('text') });
    desk.system(ref, 'begin-planning');
    desk.done(ref, say.draftPlan(desk));
    desk.done(ref, say.explainPlan(desk));
    decideOnMeeting(made, 'adequacyReview', 'adequate');
    desk.done(ref, say.draftApproval(desk));
    desk.done(ref, { type: 'decide-support', decidedOn: desk.today });
    expect(tally(desk.counted(ref, said))).toEqual({ 'plan.replan': 1 });
  });

  it('[R77] of a sitting: once for the sitting when it was held, and each 案件 by kind when it was dealt with; not one that was put off', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk } = made;
    const { sitting } = place(made);
    const other = makeCase({ desk, stage: 'accepted' });
    desk.done(sitting, { type: 'add-item', ...say.openSitting(desk, other.ref).item });
    expect(desk.counted(sitting)).toEqual([]);
    hold(made, sitting);
    expect(desk.counted(sitting)).toEqual(['sitting.supportMeeting']);
    const [first, second] = desk.sitting(sitting).items;
    desk.done(sitting, say.dispose(desk, first?.id ?? '', 'shared'));
    desk.done(sitting, say.dispose(desk, second?.id ?? '', 'adjourned'));
    expect(tally(desk.counted(sitting))).toEqual({ 'sitting.supportMeeting': 1, 'item.supportMeeting': 1 });
  });

  it('[R77] of 助言・後方支援: one, by the half-minute form as by an answer to a つなぎ', () => {
    const { desk, ref } = situations.adviceOnly();
    expect(desk.counted(ref)).toEqual(['advice']);
    const answered = makeCase({ stage: 'advised' });
    expect(tally(answered.desk.counted(answered.ref))).toMatchObject({ advice: 1 });
  });
});
