import * as codes from '../case/codes.ts';
import { stages } from '../case/stage.ts';
import { obligationKinds } from '../record/obligation.ts';

/** Lists of codes that say something of agencies and of the asking, not of people. */
const aboutAgencies: readonly unknown[] = [
  codes.handoffPurposes,
  codes.declineReasons,
  codes.declineSuggestions,
  codes.personRoles,
];
const wordsOfTheProcess: ReadonlySet<string> = new Set([...stages, ...obligationKinds]);

/** Every code that says something about people: whatever list of codes there is, also one of tomorrow. */
export const contentCodes: ReadonlySet<string> = new Set(
  Object.values(codes as Readonly<Record<string, unknown>>)
    .filter((list): list is readonly string[] => Array.isArray(list) && !aboutAgencies.includes(list))
    .flat()
    .filter((code) => !wordsOfTheProcess.has(code)),
);
