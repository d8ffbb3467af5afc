import { describe, expect, it } from '@jest/globals';
import { addMonths } from '#libs/calendar';
import * as say from '../testing/case-script.ts';
import { decideOnMeeting, hold, makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { person, worker } from '../testing/town-people.ts';
import { currentPlan } from './current-plan.ts';

/** A year of support: a visit every month, a つなぎ to another agency and back, an evaluation that goes on. */
function aYear({ desk, ref }: MadeCase): void {
  const endsOn = addMonths(desk.today, 12);
  while (addMonths(desk.today, 1) < endsOn) {
    desk.passTo(addMonths(desk.today, 1));
    const handoffId = desk.id('handoff');
    desk.done(ref, say.sendHandoff(desk, { handoffId, to: 'clinic', main: false }));
    desk.done(ref, {
      type: 'decline-handoff',
      handoffId,
      reason: 'noCapacity',
      suggestion: 'otherAgency',
      answerText: null,
    });
    desk.done(ref, {
      type: 'record-monitoring',
      entryId: desk.id('entry'),
      on: desk.today,
      method: 'visit',
      text: desk.id('text'),
    });
  }
  desk.done(ref, { type: 'evaluate-now' });
  desk.done(
    ref,
    say.evaluate(
      desk,
      (currentPlan(desk.case(ref))?.goals ?? []).map(({ id }) => id),
    ),
  );
  decideOnMeeting({ desk, ref }, 'evaluation', 'continued');
  for (const task of desk.case(ref).tasks.filter(({ state }) => state === 'open'))
    desk.done(ref, { type: 'finish-task', taskId: task.id, outcome: 'done', text: null }, person(task.agency, 'staff'));
}

const sizeOf = ({ desk, ref }: MadeCase): number => JSON.stringify(desk.case(ref)).length;

describe('a case of many years', () => {
  it('has a state no larger than one of half as many, and all that was written is there to be read', () => {
    const made = makeCase({ stage: 'support' });
    for (let year = 1; year <= 6; year += 1) aYear(made);
    const half = sizeOf(made);
    for (let year = 7; year <= 12; year += 1) aYear(made);
    expect(sizeOf(made)).toBeLessThan(half * 1.02);
    const { desk, ref } = made;
    expect(desk.case(ref).monitoringEntries).toEqual([]);
    expect(desk.wholeCase(ref).monitoringEntries).toHaveLength(desk.case(ref).monitoring.entries);
    expect(desk.wholeCase(ref).handoffs.length).toBeGreaterThan(120);
    expect(desk.wholeCase(ref).placements).toHaveLength(13);
  });

  it('tells a second answer what stands in a つなぎ, and of one long ago that it is not there', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    const decline = (handoffId: string) =>
      ({
        type: 'decline-handoff',
        handoffId,
        reason: 'noCapacity',
        suggestion: 'otherAgency',
        answerText: null,
      }) as const;
    for (let n = 1; n <= 6; n += 1) {
      desk.done(ref, say.sendHandoff(desk, { handoffId: `h${String(n)}`, to: 'kikan', main: false }));
      desk.done(ref, decline(`h${String(n)}`));
    }
    expect(desk.answer(ref, decline('h6'))).toBe('handoff.not-awaiting');
    expect(desk.answer(ref, decline('h2'))).toBe('handoff.not-awaiting');
    expect(desk.answer(ref, decline('h1'))).toBe('handoff.missing');
    expect(Object.keys(desk.case(ref).parts)).not.toContain('handoff/h1');
  });

  it('[R24] still knows who sat with whom on a 支援会議, after the items have left', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk, ref } = made;
    for (let n = 1; n <= 4; n += 1) {
      const { sitting, itemId } = place(made, {
        body: 'supportMeeting',
        purpose: 'informationSharing',
        personIds: [say.son],
        heldOn: desk.ahead(2),
        agencies: n === 1 ? ['shakyo'] : ['kikan'],
      });
      hold(made, sitting);
      desk.done(sitting, say.dispose(desk, itemId, 'shared'));
    }
    expect(desk.case(ref).placements).toHaveLength(3);
    expect(desk.case(ref).past.seats[say.son]).toMatchObject({ agencies: ['shakyo'] });
    const cancelled = place(made, {
      body: 'supportMeeting',
      purpose: 'direction',
      personIds: [say.son],
      heldOn: desk.ahead(2),
    });
    desk.done(cancelled.sitting, { type: 'cancel-sitting', reasonText: desk.id('text') });
    // Who was told something on an item that has left still takes part when another one is dropped.
    expect(desk.case(ref).participants.map(({ agency }) => agency)).toContain('shakyo');
    expect(desk.wholeCase(ref).droppedPlacements.map(({ itemId }) => itemId)).toEqual([cancelled.itemId]);
  });

  it('still counts the refusals that have left when it asks whether the case is one for a 支援会議', () => {
    const made = makeCase({ stage: 'screening' });
    const { desk, ref } = made;
    const decline = (handoffId: string) =>
      ({
        type: 'decline-handoff',
        handoffId,
        reason: 'noCapacity',
        suggestion: 'otherAgency',
        answerText: null,
      }) as const;
    const main = desk.id('handoff');
    desk.done(ref, say.sendHandoff(desk, { handoffId: main }), worker);
    desk.done(ref, decline(main));
    for (let n = 1; n <= 6; n += 1) {
      const handoffId = desk.id('handoff');
      desk.done(ref, say.sendHandoff(desk, { handoffId, to: 'kikan', main: false }));
      desk.done(ref, decline(handoffId), person('kikan', 'staff'));
    }
    expect(desk.case(ref).handoffs.some((one) => one.main)).toBe(false);
    expect(desk.standing(ref).handoff).toMatchObject({ state: 'declined', answers: 1, declines: 1 });
    const again = desk.id('handoff');
    desk.done(ref, say.sendHandoff(desk, { handoffId: again }), worker);
    desk.done(ref, decline(again));
    desk.system(ref, 'propose-for-support-meeting');
    expect(desk.case(ref).track.state).toBe('candidate');
  });
});
