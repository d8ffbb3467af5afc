import type { SittingStanding } from '#libs/contracts';
import type { Effect } from './scripted-record.ts';
import type { Scenario } from './scenario.ts';

/** A sitting that is being prepared, with two cases on it. */
export const newSitting: SittingStanding = {
  seq: 1,
  closed: false,
  nextDueAtMs: null,
  stage: 'preparing',
  called: false,
  uncalled: 0,
  phoneTasksMissing: 0,
  requiredAbsent: 0,
  requiredAbsenceTold: false,
  held: false,
  cancelled: false,
  itemsWithoutDisposition: 2,
};

/** What each command of the workflow does to a sitting. */
export const sittingEffects: Readonly<Record<string, Effect<SittingStanding>>> = {
  'send-invitations': () => ({ uncalled: 0 }),
  'open-phone-tasks': () => ({ phoneTasksMissing: 0 }),
  'tell-required-absence': () => ({ requiredAbsenceTold: true }),
  'close-sitting': () => ({ closed: true, stage: 'closed', nextDueAtMs: null }),
};

export const sittingScenarios: readonly Scenario<SittingStanding>[] = [
  {
    title: 'invites everyone at the call and whoever is added later, and closes when every 案件 has its result',
    start: newSitting,
    steps: [
      { move: { uncalled: 3 } },
      { move: { called: true, stage: 'called' }, gives: ['send-invitations'] },
      { move: { uncalled: 1 }, gives: ['send-invitations'] },
      { move: { held: true, stage: 'held' } },
      { move: { itemsWithoutDisposition: 1 } },
      { move: { itemsWithoutDisposition: 0 }, gives: ['close-sitting'] },
    ],
  },
  {
    title: '[R32] has the secretariat phone who stays silent, and tells of a required agency that can not come',
    start: { ...newSitting, called: true, stage: 'called' },
    steps: [
      { move: { phoneTasksMissing: 2 }, gives: ['open-phone-tasks'] },
      { move: { requiredAbsent: 1 }, gives: ['tell-required-absence'] },
      { move: { phoneTasksMissing: 1 }, gives: ['open-phone-tasks'] },
      { move: { held: true, phoneTasksMissing: 1, requiredAbsenceTold: false } },
    ],
  },
  {
    title: 'gives no command for a sitting that was cancelled',
    start: { ...newSitting, called: true, uncalled: 0 },
    steps: [{ move: { cancelled: true, closed: true, uncalled: 2, stage: 'cancelled' } }],
  },
];
