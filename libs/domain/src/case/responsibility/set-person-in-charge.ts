import type { IsoDate } from '#libs/calendar';
import { orNull, ref } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context } from '../../record/context.ts';
import type { Expectation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { firstOf, unlessEnded } from '../refusals.ts';
import { isEnded } from '../stage.ts';

/** Those who work at the lead agency: anybody else would owe things that stand on nobody's list. */
const colleagues = ({ leadAgency }: CaseState, { members = [] }: Context): readonly string[] =>
  members.filter(({ agency }) => agency === leadAgency).map(({ membershipId }) => membershipId);

/** 担当者; `null`: nobody is in charge, which is a stall cause. */
export const setPersonInCharge = command('set-person-in-charge', {
  part: 'person-in-charge',
  stands: ({ personInCharge: { membershipId } }) => ({ membershipId }),
  fields: { membershipId: orNull(ref()) },
  likely: (state, ctx) => ({
    membershipId: state.personInCharge.membershipId === null ? (colleagues(state, ctx)[0] ?? 'nobody') : null,
  }),
  looksAt: ['members'],
  refusal: (state, { membershipId }, ctx) =>
    firstOf(
      unlessEnded(state),
      state.personInCharge.membershipId === membershipId && refuse('person-in-charge.unchanged'),
      membershipId !== null &&
        !colleagues(state, ctx).includes(membershipId) &&
        refuse('person-in-charge.not-of-lead', { field: 'membershipId' }),
    ),
  decide: (_state, { membershipId }, ctx) => [{ type: 'person-in-charge-set', v: 1, membershipId, on: ctx.today }],
});

interface PersonInChargeSet extends Fact<'person-in-charge-set', 1> {
  readonly membershipId: string | null;
  readonly on: IsoDate;
}

export const personInChargeSet = event<PersonInChargeSet>('person-in-charge-set', 1, {
  fold: (state, { membershipId }) => ({
    ...state,
    personInCharge: { agency: state.leadAgency, membershipId },
    vacancies: state.vacancies + (membershipId === null ? 1 : 0),
  }),
  raises: () => ['person-in-charge'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});

/** While nobody is in charge, the head of the lead agency owes somebody. */
export const personInChargeOwed = ({
  personInCharge,
  stage,
  vacancies,
  leadAgency,
}: CaseState): readonly Expectation[] =>
  personInCharge.membershipId === null && !isEnded(stage)
    ? [
        {
          key: `person-in-charge/${String(vacancies)}/${leadAgency}`,
          kind: 'person-in-charge',
          holder: { agency: leadAgency, post: 'head' },
          blocking: true,
        },
      ]
    : [];
