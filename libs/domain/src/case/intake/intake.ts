import type { IsoDate } from '#libs/calendar';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import type { ConcernCode, SchemeCode, SchemeOutcomeCode } from '../codes.ts';

interface TriedScheme {
  readonly scheme: SchemeCode;
  readonly by: AgencyCode;
  readonly outcome: SchemeOutcomeCode;
}

/** 相談受付票. */
export interface Intake {
  readonly receivedOn: IsoDate;
  readonly point: string;
  /** The form has two versions (R1). */
  readonly version: 'withConsent' | 'withoutConsent';
  readonly concerns: readonly ConcernCode[];
  readonly worstConcern: ConcernCode;
  readonly triedSchemes: readonly TriedScheme[];
  readonly storyText: TextId;
  readonly reporterText: TextId | null;
  readonly contactRulesText: TextId | null;
}
