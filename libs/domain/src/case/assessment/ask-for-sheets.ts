import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import type { Context } from '../../record/context.ts';
import { toDesk } from '../../record/words.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { CaseState } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { activeAgencies, consentedPersons, mayShare, sharedByConsent } from '../consent-scope.ts';
import { alreadySo } from '../refusals.ts';

/** Whom to ask for a sheet: every agency that takes part and may know, save the office that gathers them. */
const sheetAgencies = (state: CaseState, ctx: Context): readonly AgencyCode[] => {
  const consented = consentedPersons(state, ctx.today);
  return activeAgencies(state).filter(
    (agency) =>
      agency !== ctx.rules.coordinatingBody && consented.some((person) => mayShare(state, person, agency, ctx.rules)),
  );
};

/** The procedure asks every involved agency for its sheet. */
export const askForSheets = command('ask-for-sheets', {
  part: null,
  fields: {},
  likely: null,
  refusal: (state) => (state.stage !== 'assessment' || state.sheetsAsked === state.assessments ? alreadySo : undefined),
  decide: (state, _said, ctx) => [
    { type: 'sheets-asked', v: 2, on: ctx.today, agencies: sheetAgencies(state, ctx), round: state.assessments },
  ],
});

interface SheetsAsked extends Fact<'sheets-asked', 2> {
  readonly on: IsoDate;
  readonly agencies: readonly AgencyCode[];
  /** The assessment that they belong to. */
  readonly round: number;
}

export const sheetsAsked = event<SheetsAsked>('sheets-asked', 2, {
  fold: (state, { agencies, round }) => ({
    ...state,
    sheetsAsked: round,
    sheets: [...state.sheets, ...agencies.map((agency) => ({ agency, state: 'asked' as const, text: null, round }))],
  }),
  raises: null,
  area: () => ({ kind: 'mainLine' }),
  tells: null,
  ...quiet,
  discloses: ({ agencies }, after) => sharedByConsent(after, agencies, 'sheet-request'),
  notifies: ({ agencies }) => agencies.map((agency) => toDesk(agency, 'sheet-asked')),
});
