import { AccountRow } from './account.entity.ts';
import { AgendaItemRow } from './agenda-item.entity.ts';
import { AlarmRow } from './alarm.entity.ts';
import { AuditEntryRow } from './audit-entry.entity.ts';
import { AuditHeadRow } from './audit-head.entity.ts';
import { BoardRow } from './board-row.entity.ts';
import { CommandLogRow } from './command-log.entity.ts';
import { CounterRow } from './counter.entity.ts';
import { DisclosureRow } from './disclosure.entity.ts';
import { DraftRow } from './draft.entity.ts';
import { EventRow } from './event.entity.ts';

import { InstallationRow } from './installation.entity.ts';
import { InvitationRow } from './invitation.entity.ts';
import { LeftEntryRow } from './left-entry.entity.ts';
import { MembershipRow } from './membership.entity.ts';
import { MunicipalityRow } from './municipality.entity.ts';
import { NoticeRow } from './notice.entity.ts';
import { ObligationRow } from './obligation.entity.ts';
import { OutboxRow } from './outbox.entity.ts';
import { RecordRow } from './record.entity.ts';
import { RecordKeyRow } from './record-key.entity.ts';
import { ServingProcessRow } from './serving-process.entity.ts';
import { SessionRow } from './session.entity.ts';
import { SittingRow } from './sitting.entity.ts';
import { SupportCaseRow } from './support-case.entity.ts';
import { TextRevisionRow } from './text-revision.entity.ts';

/** Every table, for TypeORM's comparison of entities with the schema. */
export const entities = [
  MunicipalityRow,
  AccountRow,
  MembershipRow,
  SessionRow,
  DraftRow,
  RecordRow,
  EventRow,
  CommandLogRow,
  RecordKeyRow,
  TextRevisionRow,
  LeftEntryRow,
  SupportCaseRow,
  SittingRow,
  AgendaItemRow,
  InvitationRow,
  ObligationRow,
  BoardRow,
  CounterRow,
  OutboxRow,
  NoticeRow,
  ServingProcessRow,
  InstallationRow,
  AlarmRow,
  AuditHeadRow,
  AuditEntryRow,
  DisclosureRow,
];
