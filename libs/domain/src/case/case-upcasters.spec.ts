import { expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { KeptState } from '../record/keeping.ts';
import type { AnyEvent } from '../record/transact.ts';
import { decideOnMeeting, makeCase } from '../testing/make-case.ts';
import { live } from '../testing/random-life.ts';
import { upcast } from '../upcast.ts';
import { caseUpcasters } from './case-upcasters.ts';
import type { CaseState } from './case-state.ts';
import { supportCaseDefinition } from './support-case.ts';

/** What version 2 of an event tells and version 1 left to the fold. */
const added: Readonly<Record<string, readonly string[]>> = {
  'case-screened': ['stage', 'closedReason', 'tasksHandedOver'],
  'case-reopened': ['round', 'assessments', 'track'],
  'handoff-sent': ['stage'],
  'handoff-accepted': ['agency', 'leads', 'stage', 'assessments'],
  'handoff-declined': ['stage'],
  'handoff-withdrawn': ['stage'],
  'handoff-advised': ['stage', 'tasksHandedOver'],
  'consent-recorded': ['thawed'],
  'main-line-joined': ['stage', 'assessments'],
  'track-reviewed': ['ends'],
  'placed-on-sitting': ['track', 'ontoTrack', 'seats'],
  'placement-dropped': ['reviewAskedAgain', 'anotherDay'],
  'disposition-taken': ['tasked', 'reviewAskedAgain', 'track'],
  'sheets-asked': ['round'],
  'sheet-received': ['round'],
  'plan-explained': ['stage'],
  'plan-reviewed': ['stage', 'assessments', 'explainAgain', 'replaced'],
  'replan-begun': ['round', 'assessments'],
  'support-continued': ['nextMonitoringOn'],
  'support-ended': ['membershipId', 'tasksHandedOver'],
  'evaluation-begun': ['n', 'dueOn'],
};

/** The event as release 0.1.0 wrote it; it said of an acceptance whether anybody had consented. */
const asOfOld = (event: AnyEvent): AnyEvent => {
  const since = added[event.type];
  if (!since) return event;
  const old = Object.fromEntries(Object.entries(event).filter(([name]) => !since.includes(name)));
  const consented = 'stage' in event && event.stage === 'assessment';
  return { ...old, ...(event.type === 'handoff-accepted' ? { consented } : {}), type: event.type, v: 1 };
};

/** Today's fact as it would be had it happened then: being placed opened the item at once. */
const ofThen = (event: AnyEvent): AnyEvent =>
  event.type === 'placed-on-sitting' && 'agencies' in event
    ? {
        ...event,
        ...{ seats: (event.agencies as readonly string[]).map((agency) => ({ agency, standing: 'present' })) },
      }
    : event;

const folded = (log: readonly AnyEvent[]): KeptState | undefined =>
  log.reduce<CaseState | undefined>(
    (state, event) => supportCaseDefinition.apply(state, upcast(event, state) as never),
    undefined,
  );

const steps = fc.array(fc.array(fc.nat(9999), { minLength: 14, maxLength: 14 }), { minLength: 20, maxLength: 80 });

it('brings the log of any life, as release 0.1.0 wrote it, up to the very events and the state of today', () => {
  const met = new Set<string>();
  fc.assert(
    fc.property(fc.nat(999), steps, (start, numbers) => {
      const desk = live(start, numbers);
      for (const { id } of desk.refsOf('support-case')) {
        const log = desk.logs.get(id) ?? [];
        for (const { type, v } of log) if (v > 1) met.add(type);
        expect(folded(log.map(asOfOld))).toEqual(folded(log.map(ofThen)));
      }
    }),
    { seed: 20261128, numRuns: 150 },
  );
  // What chance seldom brings about.
  for (const result of ['replan', 'continued'] as const) {
    const evaluated = makeCase({ stage: 'evaluation' });
    decideOnMeeting(evaluated, 'evaluation', result);
    const log = evaluated.desk.logs.get(evaluated.ref.id) ?? [];
    for (const { type, v } of log) if (v > 1) met.add(type);
    expect(folded(log.map(asOfOld))).toEqual(folded(log.map(ofThen)));
  }
  // every event that has an older version happened, and is named here
  expect(met).toEqual(new Set(Object.keys(added)));
  expect(Object.keys(caseUpcasters).toSorted()).toEqual(
    Object.keys(added)
      .flatMap((type) => (type === 'placed-on-sitting' ? [`${type}/1`, `${type}/2`] : [`${type}/1`]))
      .toSorted(),
  );
});

it('has no older event at the beginning of a log', () => {
  expect(() => upcast({ type: 'handoff-sent', v: 1 }, undefined)).toThrow('cannot begin');
});
