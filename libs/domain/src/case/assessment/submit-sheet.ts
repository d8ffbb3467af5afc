import type { IsoDate } from '#libs/calendar';
import { agency, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { refuse } from '../../record/context.ts';
import { enteredFor, heard, unlessHeard, type Entered } from '../../record/entered.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { firstOf, unlessIn } from '../refusals.ts';
import { sheetsNow } from './sheets.ts';

/** An agency's アセスメントシート; a late one is taken while the plan is being made. */
export const submitSheet = command('submit-sheet', {
  part: (said) => `sheet/${said.agency}`,
  stands: (state, said) => ({ text: state.sheets.findLast(({ agency: from }) => from === said.agency)?.text ?? null }),
  fields: { agency: agency(), text: text('sheet', 20_000), heard },
  likely: (state) => ({
    agency: sheetsNow(state).find(({ state: sheet }) => sheet !== 'received')?.agency ?? state.leadAgency,
  }),
  refusal: (state, said, ctx) => {
    const sheet = sheetsNow(state).find((one) => one.agency === said.agency);
    return firstOf(
      unlessIn(state, ['assessment', 'planning'], said),
      !sheet && refuse('sheet.not-asked', { agency: said.agency }),
      sheet?.state === 'received' && refuse('sheet.already-received', { agency: said.agency }),
      unlessHeard(said.agency, said.heard, ctx),
    );
  },
  decide: (state, said, ctx) => [
    {
      type: 'sheet-received',
      v: 2,
      agency: said.agency,
      on: ctx.today,
      text: said.text,
      round: state.assessments,
      entered: enteredFor(said.agency, said.heard, ctx),
    },
  ],
});

interface SheetReceived extends Fact<'sheet-received', 2> {
  readonly agency: AgencyCode;
  readonly on: IsoDate;
  readonly text: TextId;
  /** The assessment that it belongs to. */
  readonly round: number;
  /** Somebody else than the agency entered it. */
  readonly entered?: Entered | null;
}

export const sheetReceived = event<SheetReceived>('sheet-received', 2, {
  fold: (state, received) => ({
    ...state,
    sheets: state.sheets.map((sheet) =>
      sheet.agency === received.agency && sheet.round === received.round
        ? { ...sheet, state: 'received', text: received.text, entered: received.entered ?? null }
        : sheet,
    ),
  }),
  raises: (received) => [`sheet/${received.agency}`],
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
});
