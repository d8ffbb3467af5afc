import type { IsoDate } from '#libs/calendar';
import { agency } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse, type Context } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import type { Expectation } from '../../record/obligation.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { sharedByConsent } from '../consent-scope.ts';
import { currentPlan, withCurrentPlan } from '../current-plan.ts';
import { gentle, staffOf } from '../expectation-parts.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';

export const rolesTold = (state: CaseState): boolean =>
  currentPlan(state)?.roles.every(({ toldOn }) => toldOn !== null) ?? true;

/** The procedure tells each agency its role. */
export const tellRoles = command('tell-roles', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) => (state.stage !== 'support' || rolesTold(state) ? alreadySo : undefined),
  decide: (_state, _said, ctx) => [{ type: 'roles-told', v: 1, on: ctx.today }],
});

interface RolesTold extends Fact<'roles-told', 1> {
  readonly on: IsoDate;
}

export const rolesToldEvent = event<RolesTold>('roles-told', 1, {
  fold: (state, { on }) =>
    withCurrentPlan(state, (plan) => ({
      ...plan,
      roles: plan.roles.map((role) => ({ ...role, toldOn: role.toldOn ?? on })),
    })),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  discloses: (_told, after) =>
    sharedByConsent(after, after.plans.at(-1)?.roles.map((role) => role.agency) ?? [], 'plan-role'),
  notifies: (_told, after) => (currentPlan(after)?.roles ?? []).map((role) => toDesk(role.agency, 'role-told')),
});

/** An agency says that it has read its role. */
export const acknowledgeRole = command('acknowledge-role', {
  part: null,
  fields: { agency: agency(), heard },
  likely: (state) => {
    const roles = currentPlan(state)?.roles ?? [];
    const next = roles.find(({ acknowledgedOn }) => acknowledgedOn === null) ?? roles[0];
    return { agency: next?.agency ?? state.leadAgency };
  },
  refusal: (state, said, ctx) => {
    const role = currentPlan(state)?.roles.find((one) => one.agency === said.agency);
    return firstOf(
      unlessIn(state, ['support', 'evaluation'], said),
      !role && refuse('role.missing', { agency: said.agency }),
      role?.toldOn === null && refuse('role.not-told'),
      Boolean(role?.acknowledgedOn) && refuse('role.already-acknowledged'),
      unlessHeard(said.agency, said.heard, ctx),
    );
  },
  decide: (_state, said, ctx) => [
    {
      type: 'role-acknowledged',
      v: 1,
      agency: said.agency,
      on: ctx.today,
      entered: enteredFor(said.agency, said.heard, ctx),
    },
  ],
});

interface RoleAcknowledged extends Fact<'role-acknowledged', 1> {
  readonly agency: AgencyCode;
  readonly on: IsoDate;
  /** Somebody else than the agency entered it. */
  readonly entered?: Entered | null;
}

export const roleAcknowledged = event<RoleAcknowledged>('role-acknowledged', 1, {
  fold: (state, acknowledged) =>
    withCurrentPlan(state, (plan) => ({
      ...plan,
      roles: plan.roles.map((role) =>
        role.agency === acknowledged.agency
          ? { ...role, acknowledgedOn: acknowledged.on, entered: acknowledged.entered ?? null }
          : role,
      ),
    })),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});

/** Who was told a role owes an acknowledgement. */
export const acknowledgementsOwed = (state: CaseState, ctx: Context): readonly Expectation[] => {
  const plan = currentPlan(state);
  if (!plan || (state.stage !== 'support' && state.stage !== 'evaluation')) return [];
  return plan.roles
    .filter(({ toldOn, acknowledgedOn }) => toldOn !== null && acknowledgedOn === null)
    .map((role) => ({
      key: `role-acknowledgement/${plan.id}/${role.agency}`,
      kind: 'role-acknowledgement',
      holder: staffOf(role.agency),
      blocking: false,
      about: role.agency,
      askedBy: ctx.rules.coordinatingBody,
      ...gentle(role.agency, ctx),
    }));
};
