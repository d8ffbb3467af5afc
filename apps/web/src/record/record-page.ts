import { recordPaths, type RecordKind } from '#libs/contracts';

/** The address of a record's page. */
export const recordPage = (kind: RecordKind, recordId: string): string => `/${recordPaths[kind]}/${recordId}`;

/** The words for where a record of the kind stands. */
export const stageWords = { 'support-case': 'stage', sitting: 'sittingStage' } as const satisfies Record<
  RecordKind,
  string
>;
