import { describe, expect, it } from '@jest/globals';
import type { Actor } from '../record/actor.ts';
import { decline, situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { acceptHandoff, makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { deputy, manager, workflow } from '../testing/town-people.ts';

const refusedOnce = (): MadeCase => {
  const made = makeCase({ stage: 'handoff' });
  decline(made);
  return made;
};
const sendAgain = ({ desk, ref }: MadeCase): void => {
  desk.done(ref, say.sendHandoff(desk, { to: 'shakyo' }));
};
const propose = { type: 'propose-for-support-meeting' };

describe('候補: what nobody takes up comes before the chair', () => {
  it('is raised after the second refusal, not after the first', () => {
    const made = refusedOnce();
    const { desk, ref } = made;
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    sendAgain(made);
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    decline(made);
    expect(desk.standing(ref)).toMatchObject({ handoff: { declines: 2 }, proposedForSupportMeeting: false });
    desk.system(ref, 'propose-for-support-meeting');
    expect(desk.standing(ref).proposedForSupportMeeting).toBe(true);
    expect(desk.case(ref)).toMatchObject({ stage: 'screening', leadAgency: 'houkatsu', track: { state: 'candidate' } });
    expect(desk.logs.get(ref.id)).toContainEqual({
      type: 'candidate-raised',
      v: 1,
      on: '2026-06-01',
      after: 'declines',
    });
  });

  it('is raised when the ladder ends in silence, while the sender stays responsible', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    desk.passTo('2026-06-12');
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    desk.passTo('2026-06-15');
    desk.system(ref, 'propose-for-support-meeting');
    expect(desk.case(ref)).toMatchObject({ stage: 'handoff', leadAgency: 'houkatsu', track: { state: 'candidate' } });
    expect(desk.logs.get(ref.id)).toContainEqual({
      type: 'candidate-raised',
      v: 1,
      on: '2026-06-15',
      after: 'silence',
    });
  });

  it("is the manager's to confirm or dismiss by a date, and goes on to the deputy when it passes", () => {
    const { desk, ref } = situations.candidate();
    expect(desk.told(ref, 'candidate-raised')).toEqual(['2026-06-01 candidate-raised office/manager']);
    expect(desk.obligation(ref, 'candidate-decision')).toMatchObject({
      dueOn: '2026-06-08',
      blocking: true,
      holder: { agency: 'office', post: 'manager' },
    });
    desk.passTo('2026-06-10');
    expect(
      desk.notices
        .filter(({ notice }) => notice.obligationKind === 'candidate-decision')
        .map(({ on, notice }) => `${on} ${notice.kind} ${notice.recipient.to}`),
    ).toEqual(['2026-06-05 reminder manager', '2026-06-09 escalation deputy']);
  });

  it('is decided by the deputy while the chair is away, and the record says so', () => {
    const decided = (actor: Actor, command: { readonly type: string; readonly [field: string]: unknown }): unknown => {
      const { desk, ref } = situations.candidate();
      desk.done(
        ref,
        command.type === 'dismiss-candidate' ? { ...command, reasonText: desk.id('text') } : command,
        actor,
      );
      return desk.logs.get(ref.id)?.findLast(({ type }) => type.startsWith('candidate-'));
    };
    for (const type of ['confirm-candidate', 'dismiss-candidate']) {
      expect(decided(deputy, { type })).toMatchObject({ decider: 'deputy' });
      expect(decided(manager, { type })).not.toHaveProperty('decider');
    }
  });

  it('confirmed, waits for a 支援会議 and then for its day', () => {
    const { desk, ref } = situations.candidate();
    desk.done(ref, { type: 'confirm-candidate' });
    expect(desk.case(ref)).toMatchObject({ stage: 'screening', track: { state: 'reviewing' } });
    expect(desk.obligation(ref, 'track-placement').holder).toEqual({ agency: 'office', post: 'coordinator' });
    const { sitting } = place({ desk, ref });
    expect(desk.obligation(ref, 'sitting-awaited')).toMatchObject({
      about: sitting.id,
      dueOn: desk.sitting(sitting).heldOn,
    });
  });

  it('dismissed, is not raised again for the same refusals, but for a further one', () => {
    const made = situations.candidate();
    const { desk, ref } = made;
    desk.done(ref, { type: 'dismiss-candidate', reasonText: desk.id('text') });
    expect(desk.case(ref).track.state).toBe('none');
    expect(desk.standing(ref).proposedForSupportMeeting).toBe(true);
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    sendAgain(made);
    decline(made);
    expect(desk.standing(ref).proposedForSupportMeeting).toBe(false);
    desk.system(ref, 'propose-for-support-meeting');
    expect(desk.case(ref).track).toMatchObject({ state: 'candidate', candidacies: 2 });
    expect(Object.keys(desk.case(ref).obligations)).toContain('candidate-decision/2');
  });

  it('dismissed after silence, is raised once more when the next つなぎ ends in silence too', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    desk.passOpenDays(12);
    desk.system(ref, 'propose-for-support-meeting');
    desk.done(ref, { type: 'dismiss-candidate', reasonText: desk.id('text') });
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    desk.done(ref, {
      type: 'withdraw-handoff',
      handoffId: desk.case(ref).handoffs[0]?.id,
      reasonText: desk.id('text'),
    });
    desk.done(ref, say.sendHandoff(desk, { to: 'kikan' }));
    expect(desk.answer(ref, propose, workflow)).toBe('already-so');
    desk.passOpenDays(12);
    expect(desk.answer(ref, propose, workflow)).toBe('done');
  });

  it('is settled when the chair puts the case on an agenda without more ado', () => {
    const { desk, ref } = situations.candidate();
    place({ desk, ref });
    expect(desk.case(ref).track.state).toBe('reviewing');
    expect(desk.owed(ref)).not.toContain('candidate-decision');
  });

  it("does not hold up a case that is accepted meanwhile and has somebody's consent", () => {
    const made = situations.candidate();
    const { desk, ref } = made;
    sendAgain(made);
    acceptHandoff(made);
    expect(desk.obligation(ref, 'candidate-decision').blocking).toBe(true);
    desk.done(ref, say.consents(desk));
    expect(desk.case(ref).stage).toBe('assessment');
    expect(desk.obligation(ref, 'candidate-decision').blocking).toBe(false);
  });
});
