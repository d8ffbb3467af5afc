import type { IsoDate } from '#libs/calendar';
import { code, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import type { CaseState, TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { handedOver, openMatter, openTasks } from '../closing/open-matter.ts';
import { firstOf, unlessIn } from '../refusals.ts';

/** スクリーニング(一次判断): hand it over, or keep it (R10, R11). */
export const screenCase = command('screen-case', {
  part: 'stage',
  stands: ({ stage }) => ({ stage }),
  fields: { judgement: code(['handOver', 'keep']), reasonText: text('screening-reason', 4_000) },
  likely: () => ({ judgement: 'keep' as const }),
  refusal: (state, said) =>
    firstOf(
      unlessIn(state, ['intake'], said),
      said.judgement === 'handOver' &&
        state.intake.triedSchemes.length === 0 &&
        refuse('screening.tried-schemes-missing'),
      said.judgement === 'keep' && openMatter(state),
    ),
  decide: (state, { judgement, reasonText }, ctx) => {
    const kept = judgement === 'keep';
    return [
      {
        type: 'case-screened',
        v: 2,
        judgement,
        on: ctx.today,
        reasonText,
        stage: kept ? 'closed' : 'screening',
        closedReason: kept ? 'keptByAgency' : null,
        tasksHandedOver: kept ? openTasks(state) : [],
      },
    ];
  },
});

interface CaseScreened extends Fact<'case-screened', 2> {
  readonly judgement: 'handOver' | 'keep';
  readonly on: IsoDate;
  readonly reasonText: TextId;
  readonly stage: 'screening' | 'closed';
  readonly closedReason: CaseState['closedReason'];
  readonly tasksHandedOver: readonly string[];
}

export const caseScreened = event<CaseScreened>('case-screened', 2, {
  fold: (state, { stage, closedReason, tasksHandedOver }) => ({
    ...state,
    stage,
    closedReason,
    tasks: handedOver(state, tasksHandedOver),
  }),
  raises: () => ['stage'],
  area: () => ({ kind: 'mainLine' }),
  tells: ['reasonText'],
  ...quiet,
});
