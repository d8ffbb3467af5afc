import type { caseCommands } from '#libs/domain';
import type { CaseView } from '#libs/views';
import type { Askings } from '../command/forms-of.ts';
import type { FormContext } from '../command/form-of.ts';

export type CaseFormContext = FormContext<CaseView>;
export type CaseAskings = Askings<typeof caseCommands, CaseView>;

/** Agencies that take part now. */
export const involvedIn = ({ participants }: CaseView): readonly string[] =>
  participants.filter(({ releasedOn }) => releasedOn === null).map(({ agency }) => agency);
