import type { Context } from '../../record/context.ts';
import type { AgencyCode, MunicipalityRules } from '../../rules/municipality-rules.ts';
import type { CaseState, Handoff } from '../case-state.ts';
import { personsTold, saidNoTo } from '../consent-scope.ts';
import { otherAwaiting } from './handoff-of.ts';
import type { HandoffWithdrawn } from './withdraw-handoff.ts';

/** To the office a つなぎ goes as to the one that runs the programme: no word of the person closes it. */
const isOffice = (agency: AgencyCode, { coordinatingBody, competentSection }: MunicipalityRules): boolean =>
  agency === coordinatingBody || agency === competentSection;

/** Did somebody whom it is about say no to its receiver since it was sent? Then nobody there reads it any more. */
export const isClosedLetter = (state: CaseState, handoff: Handoff, { rules }: Context): boolean =>
  !isOffice(handoff.to, rules) &&
  personsTold(state, handoff).some((person) => saidNoTo(person, handoff.to) >= handoff.sentAt);

/**
 * A no takes back what waits for an answer with those to whom it was said: nobody answers a letter that may not be read. The case is where
 * its sender can go on, unless another つなぎ still waits.
 */
export function handoffsClosedBy(
  state: CaseState,
  { personId, to }: { readonly personId: string; readonly to: readonly AgencyCode[] | 'all' },
  { rules, today }: Context,
): readonly HandoffWithdrawn[] {
  const closed = state.handoffs.filter(
    (one) =>
      one.state === 'awaiting' &&
      one.personIds.includes(personId) &&
      !isOffice(one.to, rules) &&
      (to === 'all' || to.includes(one.to)),
  );
  const carriesOn = otherAwaiting(
    state,
    closed.map(({ id }) => id),
  );
  return closed.map(({ id, main }) => ({
    type: 'handoff-withdrawn',
    v: 2,
    handoffId: id,
    on: today,
    reasonText: null,
    because: 'saidNo',
    stage: main && !carriesOn ? 'screening' : null,
    ...(main && carriesOn ? { mainFromNow: carriesOn.id } : {}),
  }));
}
