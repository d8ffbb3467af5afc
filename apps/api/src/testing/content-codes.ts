import { obligationKinds, stages } from '#libs/domain';
import { caseCodes } from '../../../../libs/domain/src/testing/case-codes.ts';

/** Lists of codes that say something of agencies and of the asking, not of people. */
const aboutAgencies: readonly unknown[] = [
  caseCodes.handoffPurposes,
  caseCodes.declineReasons,
  caseCodes.declineSuggestions,
  caseCodes.personRoles,
];
const wordsOfTheProcess: ReadonlySet<string> = new Set([...stages, ...obligationKinds]);

/** Every code that says something about people: whatever list of codes there is, also one of tomorrow. */
export const contentCodes: ReadonlySet<string> = new Set(
  Object.values(caseCodes as Readonly<Record<string, unknown>>)
    .filter((list): list is readonly string[] => Array.isArray(list) && !aboutAgencies.includes(list))
    .flat()
    .filter((code) => !wordsOfTheProcess.has(code)),
);
