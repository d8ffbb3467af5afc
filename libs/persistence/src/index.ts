export { auditContent, genesisHash, linkHash, sha256Of, textsDisposed } from './audit/audit-link.ts';
export type { AuditedDisclosure, AuditedEvent, AuditedEvents, AuditedText, AuditEntry } from './audit/audit-link.ts';
export { ReadingRecorder } from './audit/record-reading.ts';
export type { Reading } from './audit/record-reading.ts';
export type { Disclosed } from './audit/disclosure-row.ts';
export { openAlarms, raiseAlarm, settleAlarm } from './clock/alarms.ts';
export type { OpenAlarm } from './clock/alarms.ts';
export { healthFacts } from './clock/health.ts';
export { databaseAnswers, openProbes } from './clock/probes.ts';
export { startSigns } from './clock/serving-processes.ts';
export type { ServingProcess, SignOfLife, SignsOfLife } from './clock/serving-processes.ts';
export type { HealthFacts } from './clock/health.ts';
export {
  aloneWith,
  proceduresAreRunning,
  raiseEpoch,
  runningProcedures,
  workflowsCounted,
  searchAttributesAre,
} from './clock/installation.ts';
export { pruneCommands } from './clock/prune-commands.ts';
export { nudgeRecords, openRecords, overdueRecords, standingForNudge } from './clock/open-records.ts';
export { dataSourceOptions, openDataSource } from './connection/data-source.ts';
export type { ConnectionSettings } from './connection/data-source.ts';
export { roleNames, roleUrl } from './connection/database-urls.ts';
export type { ServingRole } from './connection/database-urls.ts';
export { ListenedClient, listenedSettings, longPatience, servingPatience } from './connection/listened-client.ts';
export type { Patience } from './connection/listened-client.ts';
export { databaseNowMs } from './connection/database-time.ts';
export { inMunicipality, withoutMunicipality } from './connection/transaction.ts';
export type { Scope, Statement, Transaction } from './connection/transaction.ts';
export { sqlState, troubleOf, UncertainCommit } from './connection/trouble.ts';
export type { Trouble } from './connection/trouble.ts';
export type { Answer, Done, ExecuteOrder, GivenText } from './executor/order.ts';
export { databaseClock, drivenClock } from './executor/ports.ts';
export type { Clock, ContextSource, DrivenClock } from './executor/ports.ts';
export { profileContexts } from './executor/profile-contexts.ts';
export { RecordExecutor } from './executor/record-executor.ts';
export type { ExecutorSettings } from './executor/record-executor.ts';
export { readInMunicipality } from './executor/retry.ts';
export { throughEveryRecord } from './log/every-record.ts';
export { RecordRebuilder } from './log/record-rebuilder.ts';
export type { RecordFinding } from './log/record-rebuilder.ts';
export { folded, refold } from './log/refold.ts';
export type { Upcast } from './log/refold.ts';
export { migrate, schemaDifferences, unmigrate } from './migrate/migrate.ts';
export type { MigrateSettings } from './migrate/migrate.ts';
export { refoldRecords, withRebuilder } from './migrate/with-rebuilder.ts';
export type { RebuilderAccess } from './migrate/with-rebuilder.ts';
export type { RolePasswords } from './migrate/serving-roles.ts';
export { demoPeople, ensureMembership, ensureMunicipality, membersOf } from './people/members.ts';
export type { DemoPersonRow, Member, NewMember } from './people/members.ts';
export { beginSession, endSession, invitationByToken, sessionByToken, touchSession } from './people/sessions.ts';
export type { LinkedInvitation, SessionOwner } from './people/sessions.ts';
export { board, boardCounts } from './reads/board.ts';
export type { BoardCounts, BoardLine, BoardRequest } from './reads/board.ts';
export { sealCursors } from './connection/cursor-seal.ts';
export { CursorError } from './reads/cursor.ts';
export type { Page, PageRequest } from './reads/cursor.ts';
export { placeTextsOf, standstillsOf } from './reads/line-facts.ts';
export type { Standstill } from './reads/line-facts.ts';
export { listCases, listSittings, myWork } from './reads/lists.ts';
export { ordinalIn, ordinalOf, ordinalsIn } from './reads/ordinals.ts';
export type { CaseListRow, ListRequest, SittingListRow, WorkRequest, WorkRow } from './reads/lists.ts';
export { historyOf, historyPage } from './reads/history.ts';
export type { HistoryRequest, LoggedEvent, ToldEvents } from './reads/history.ts';
export { LeftEntries } from './reads/left-entries.ts';
export type { IsShown } from './reads/left-entries.ts';
export { caseOf, casesOf, noticesOf, recordOf, sittingOf } from './reads/record-reads.ts';
export type { DecidedNotice, StoredRecord } from './reads/record-reads.ts';
export { DraftDrawer, draftLimits, pruneDrafts } from './text/draft-drawer.ts';
export type { DraftKey, KeptDraft } from './text/draft-drawer.ts';
export { saltedHashOf, TextCipher, tokenHash } from './text/text-cipher.ts';
export type { TextPlace, WrappedKey } from './text/text-cipher.ts';
export { textIdsIn } from './text/text-ids.ts';
export { TextReader } from './text/text-reader.ts';
