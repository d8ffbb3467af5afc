import { expect, it } from '@jest/globals';
import type { Actor } from '#libs/domain';
import * as say from '../../../../../libs/domain/src/testing/case-script.ts';
import { makeCase } from '../../../../../libs/domain/src/testing/make-case.ts';
import { coordinator, manager, person, worker } from '../../../../../libs/domain/src/testing/town-people.ts';
import { viewedBy } from '../../testing/viewed-cases.ts';

/** Of three つなぎ that 地域包括 sent 基幹相談 accepted one, 社協 said no to one, and the clinic has one to answer. */
function declinedByOne() {
  const made = makeCase({ stage: 'screening' });
  const { desk, ref } = made;
  const send = (handoffId: string, to: string): void => {
    desk.done(ref, say.sendHandoff(desk, { handoffId, to, main: to === 'kikan' }), worker);
  };
  send('handoff-kikan', 'kikan');
  send('handoff-shakyo', 'shakyo');
  send('handoff-clinic', 'clinic');
  desk.done(ref, { type: 'accept-handoff', handoffId: 'handoff-kikan', answerText: null }, person('kikan', 'staff'));
  const stage = desk.case(ref).stage;
  desk.done(
    ref,
    {
      type: 'decline-handoff',
      handoffId: 'handoff-shakyo',
      reason: 'noCapacity',
      suggestion: 'otherAgency',
      answerText: 'text-why-not',
    },
    person('shakyo', 'staff'),
  );
  return { ...made, stage };
}

it('[R12] shows why one of several つなぎ was declined to its sender and to no other agency that takes part; the case stays where it is', () => {
  const { desk, ref, stage } = declinedByOne();
  expect(desk.case(ref).stage).toBe(stage);
  expect(desk.told(ref, 'handoff-declined')).toEqual([`${desk.today} handoff-declined houkatsu/desk`]);
  const learns = (viewer: Actor): readonly boolean[] => {
    const seen = JSON.stringify(viewedBy({ desk, id: ref.id }, viewer));
    return ['noCapacity', 'otherAgency', '書かれたこと:text-why-not'].map((said) => seen.includes(said));
  };
  const all = [true, true, true];
  // The manager sees where it stands, not what is written.
  const codes = [true, true, false];
  const nothing = [false, false, false];
  expect({
    sender: learns(worker),
    secretariat: learns(coordinator),
    kikan: learns(person('kikan', 'staff')),
    clinic: learns(person('clinic', 'staff')),
    manager: learns(manager),
  }).toEqual({ sender: all, secretariat: all, kikan: nothing, clinic: nothing, manager: codes });
});
