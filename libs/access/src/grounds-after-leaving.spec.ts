import { expect, it } from '@jest/globals';
import type { CaseState, MeetingKind } from '#libs/domain';
import * as say from '../../domain/src/testing/case-script.ts';
import { hold, makeCase, place, type MadeCase } from '../../domain/src/testing/make-case.ts';
import { mayRead } from './access-policy.ts';
import type { ReadAction } from './question.ts';
import { readingTable } from './reading-table.ts';

/** Two meetings of each kind with each of these persons and agencies: the first of them have left the state at the end. */
function afterManyMeetings(): MadeCase {
  const made = makeCase({ stage: 'assessment' });
  const { desk, ref } = made;
  const sit = (body: MeetingKind, personId: string, agency: string): void => {
    const where = {
      body,
      purpose: 'informationSharing',
      personIds: [personId],
      heldOn: desk.ahead(2),
      agencies: [agency],
    } as const;
    const { sitting, itemId } = place(made, where);
    hold(made, sitting);
    desk.done(sitting, say.dispose(desk, itemId, 'shared'));
  };
  for (const [personId, agency] of [
    [say.son, 'shakyo'],
    [say.mother, 'clinic'],
    [say.son, 'kikan'],
    [say.mother, 'kikan'],
  ] as const)
    sit('supportMeeting', personId, agency);
  for (const agency of ['shakyo', 'kikan']) sit('planMeeting', say.mother, agency);
  expect(desk.case(ref).placements).toHaveLength(3);
  return made;
}

it('[R24][R65] who may read what of a case and of each of its people is the same when their meetings have left its state', () => {
  const { desk, ref } = afterManyMeetings();
  const now = desk.case(ref);
  // As if nothing had ever left: every meeting in its list, and nothing remembered of it.
  const whole: CaseState = { ...desk.wholeCase(ref), past: { ...now.past, seats: {}, consulted: [] } };
  const actions = Object.keys(readingTable) as readonly ReadAction[];
  const answers = (state: CaseState): readonly string[] =>
    desk.rules.agencies.flatMap(({ code }) =>
      actions.flatMap((action) =>
        [{}, { personId: say.mother }, { personId: say.son }].flatMap((subject) => {
          const asker = { kind: 'person', membershipId: `m-${code}`, agency: code, posts: ['staff'] } as const;
          const question = { ref: { kind: 'support-case' as const }, state, rules: desk.rules, today: desk.today };
          return mayRead(asker, action, question, subject) ? [`${code} ${action} ${subject.personId ?? ''}`] : [];
        }),
      ),
    );
  expect(answers(now)).toEqual(answers(whole));
  expect(answers(now)).toContain(`shakyo track.read-texts ${say.son}`);
  expect(answers(now)).not.toContain(`shakyo track.read-texts ${say.mother}`);
});
