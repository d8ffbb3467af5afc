import { CreateMunicipalityAndMembership1795200000001 } from './1795200000001-create-municipality-and-membership.ts';
import { CreateRecordLog1795200000002 } from './1795200000002-create-record-log.ts';
import { CreateCaseTables1795200000003 } from './1795200000003-create-case-tables.ts';
import { CreateSittingTables1795200000004 } from './1795200000004-create-sitting-tables.ts';
import { CreateObligationsAndBoard1795200000005 } from './1795200000005-create-obligations-and-board.ts';
import { CreateOutboxAndNotices1795200000006 } from './1795200000006-create-outbox-and-notices.ts';
import { CreateAuditAndDisclosure1795200000007 } from './1795200000007-create-audit-and-disclosure.ts';
import { CreateLookupsBeforeATenant1795200000008 } from './1795200000008-create-lookups-before-a-tenant.ts';
import { RecordShapeAndAlarms1795800000001 } from './1795800000001-record-shape-and-alarms.ts';
import { EntriesThatLeftTheState1795900000001 } from './1795900000001-entries-that-left-the-state.ts';
import { LogOnlyThroughItsFunction1796000000003 } from './1796000000003-log-only-through-its-function.ts';
import { Drafts1796000000006 } from './1796000000006-drafts.ts';
import { ServingProcesses1796100000001 } from './1796100000001-serving-processes.ts';
import { OrdinalWhenHeld1796200000001 } from './1796200000001-ordinal-when-held.ts';
import { BoardInItsOrder1796300000001 } from './1796300000001-board-in-its-order.ts';

/** Every migration in the order it is run. What was released is never changed, only followed by another one. */
export const migrations = [
  CreateMunicipalityAndMembership1795200000001,
  CreateRecordLog1795200000002,
  CreateCaseTables1795200000003,
  CreateSittingTables1795200000004,
  CreateObligationsAndBoard1795200000005,
  CreateOutboxAndNotices1795200000006,
  CreateAuditAndDisclosure1795200000007,
  CreateLookupsBeforeATenant1795200000008,
  RecordShapeAndAlarms1795800000001,
  EntriesThatLeftTheState1795900000001,
  LogOnlyThroughItsFunction1796000000003,
  Drafts1796000000006,
  ServingProcesses1796100000001,
  OrdinalWhenHeld1796200000001,
  BoardInItsOrder1796300000001,
];
