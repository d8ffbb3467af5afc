import { recordPaths, type RecordKind } from '#libs/contracts';
import { caseBeginnings, caseCommands, sittingBeginnings, sittingCommands } from '#libs/domain';
import type { DescribedCommand } from './body-class.ts';

/** Where the records of a kind are addressed, how they begin there, and which commands people give to them. */
export interface RecordAddress {
  readonly tag: string;
  readonly path: string;
  readonly beginnings: readonly DescribedCommand[];
  /** Below `path`, by the type of the beginning. */
  readonly beginsAt: Readonly<Record<string, string>>;
  readonly commands: readonly DescribedCommand[];
}

interface Units {
  readonly [type: string]: DescribedCommand & { readonly likely?: unknown };
}

const address = <B extends Units>(
  tag: string,
  path: string,
  beginnings: B,
  beginsAt: Readonly<Record<keyof B & string, string>>,
  commands: Units,
): RecordAddress => ({
  tag,
  path,
  beginnings: Object.values(beginnings),
  beginsAt,
  // What no page could offer, no person gives.
  commands: Object.values(commands).filter(({ likely }) => likely !== null),
});

/** A new kind of record is a new entry here. */
export const recordAddresses = {
  'support-case': address(
    'case',
    `api/${recordPaths['support-case']}`,
    caseBeginnings,
    { 'open-case': '', 'record-advice-only': 'advice' },
    caseCommands,
  ),
  sitting: address('sitting', `api/${recordPaths.sitting}`, sittingBeginnings, { 'open-sitting': '' }, sittingCommands),
} satisfies Record<RecordKind, RecordAddress>;
