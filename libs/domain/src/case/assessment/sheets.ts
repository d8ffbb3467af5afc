import type { Context } from '../../record/context.ts';
import type { Expectation, Obligation } from '../../record/obligation.ts';
import type { CaseState } from '../case-state.ts';
import { coordinator, gentle, nextStep, staffOf } from '../expectation-parts.ts';

/** Sheets of the assessment that runs. */
export const sheetsNow = (state: CaseState): CaseState['sheets'] =>
  state.sheets.filter(({ round }) => round === state.assessments);

/** What アセスメント owes: every agency that was asked its sheet, by a date … */
export function assessmentOwed(state: CaseState, ctx: Context): readonly Expectation[] {
  const round = String(state.assessments);
  if (state.sheetsAsked !== state.assessments) return [nextStep(`ask-for-sheets/${round}`, ctx)];
  const asked = sheetsNow(state).filter(({ state: sheet }) => sheet === 'asked');
  if (asked.length > 0) {
    return asked.map(({ agency }) => ({
      key: `sheet/${round}/${agency}`,
      kind: 'sheet',
      holder: staffOf(agency),
      blocking: true,
      about: agency,
      askedBy: ctx.rules.coordinatingBody,
      ...gentle(agency, ctx),
    }));
  }
  const complete = sheetsNow(state).every(({ state: sheet }) => sheet === 'received');
  return [
    complete
      ? nextStep(`begin-planning/${round}`, ctx)
      : { key: `sheets-decision/${round}`, kind: 'sheets-decision', holder: coordinator(ctx), blocking: true },
  ];
}

/** … when the date has passed, it goes on without: then the coordinator decides on what came. */
export const sheetExpired = (state: CaseState, { about }: Obligation): CaseState => ({
  ...state,
  sheets: state.sheets.map((sheet) =>
    sheet.agency === about && sheet.round === state.assessments ? { ...sheet, state: 'expired' } : sheet,
  ),
});
