import type { Alarm, AlarmKind, RecordKind, RecordRef } from '#libs/contracts';
import type { DataSource } from 'typeorm';
import { inMunicipality, withoutMunicipality, type Statement } from '../connection/transaction.ts';

const raise: Statement = {
  name: 'alarm-raise',
  text: `
    insert into alarm as a (municipality_id, record_id, kind, what, code)
    select municipality_id, id, $4, $5, $6 from record where municipality_id = $1 and id = $2 and kind = $3 and is_open
    on conflict (municipality_id, record_id, kind, what) do update set last_seen = now(), times = a.times + 1, code = excluded.code`,
};

/** Makes an alarm of an open record known, or known once more. Asked with the app's connection. */
export const raiseAlarm = async (app: DataSource, ref: RecordRef, { kind, what, code }: Alarm): Promise<void> =>
  inMunicipality(app, { municipality: ref.municipality }, async (tx) => {
    await tx.rows(raise, [ref.municipality, ref.id, ref.kind, kind, what, code]);
  });

const settle: Statement = {
  name: 'alarm-settle',
  text: `delete from alarm where municipality_id = $1 and record_id = $2 and kind <> 'date-stuck' and what = $3`,
};

/** A command needs nobody's eye any more, although no commit says so: it was found to be so already. */
export const settleAlarm = async (app: DataSource, ref: RecordRef, commandType: string): Promise<void> =>
  inMunicipality(app, { municipality: ref.municipality }, async (tx) => {
    await tx.rows(settle, [ref.municipality, ref.id, commandType]);
  });

/** An alarm that is not settled, for an operator: ids, codes and times only. */
export interface OpenAlarm {
  readonly municipality: string;
  readonly kind: RecordKind;
  readonly recordId: string;
  readonly alarm: AlarmKind;
  readonly what: string;
  readonly code: string | null;
  /** ISO instants. */
  readonly since: string;
  readonly lastSeen: string;
  readonly times: number;
}

const open: Statement = {
  name: 'clock-alarms',
  text: `
    select a.municipality_id as municipality, r.kind, a.record_id as "recordId", a.kind as alarm, a.what, a.code,
      to_char(a.since at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as since,
      to_char(a.last_seen at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeen", a.times
    from alarm a join record r on r.municipality_id = a.municipality_id and r.id = a.record_id
    order by a.since, a.record_id, a.kind, a.what limit $1`,
};

/** Alarms of all municipalities that are not settled, oldest first: asked with the clock's connection. */
export const openAlarms = async (clock: DataSource, limit = 50): Promise<OpenAlarm[]> =>
  withoutMunicipality(clock, open, [limit]);
