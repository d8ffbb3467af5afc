import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import { command, event } from '../case-units.ts';
import { alreadySo, firstOf, unlessIn } from '../refusals.ts';
import { sheetsNow } from './sheets.ts';

/** The procedure goes on when all sheets are in … */
export const beginPlanning = command('begin-planning', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) =>
    state.stage !== 'assessment' ||
    state.sheetsAsked !== state.assessments ||
    sheetsNow(state).some(({ state: sheet }) => sheet !== 'received')
      ? alreadySo
      : undefined,
  decide: (_state, _said, ctx) => [{ type: 'planning-begun', v: 1, on: ctx.today, missing: [] }],
});

/** … and the coordinator when the date of those missing has passed. */
export const finishAssessment = command('finish-assessment', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: {},
  likely: () => ({}),
  refusal: (state, said) =>
    firstOf(
      unlessIn(state, ['assessment'], said),
      state.sheetsAsked !== state.assessments && refuse('sheet.not-asked-yet'),
      sheetsNow(state).some(({ state: sheet }) => sheet === 'asked') && refuse('sheet.still-awaited'),
    ),
  decide: (state, _said, ctx) => [
    {
      type: 'planning-begun',
      v: 1,
      on: ctx.today,
      missing: sheetsNow(state)
        .filter(({ state: sheet }) => sheet === 'expired')
        .map(({ agency }) => agency),
    },
  ],
});

interface PlanningBegun extends Fact<'planning-begun', 1> {
  readonly on: IsoDate;
  readonly missing: readonly AgencyCode[];
}

export const planningBegun = event<PlanningBegun>('planning-begun', 1, {
  fold: (state) => ({ ...state, stage: 'planning', reviewAsked: false }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
