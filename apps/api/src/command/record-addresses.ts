import type { RecordKind } from '#libs/contracts';
import { describedBeginnings, describedCaseCommands, describedSittingCommands } from '#libs/domain';
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

/** A new kind of record is a new entry here. */
export const recordAddresses = {
  'support-case': {
    tag: 'case',
    path: 'api/cases',
    beginnings: [describedBeginnings['open-case'], describedBeginnings['record-advice-only']],
    beginsAt: { 'open-case': '', 'record-advice-only': 'advice' },
    commands: Object.values(describedCaseCommands),
  },
  sitting: {
    tag: 'sitting',
    path: 'api/sittings',
    beginnings: [describedBeginnings['open-sitting']],
    beginsAt: { 'open-sitting': '' },
    commands: Object.values(describedSittingCommands),
  },
} satisfies Record<RecordKind, RecordAddress>;
