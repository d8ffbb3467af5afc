/**
 * The kinds of records that have a log, a state and a workflow of their own. A new one does not compile before every room that must know
 * something of it has its entry (`Record<RecordKind, …>`); nothing else asks of which kind a record is.
 */
export const recordKinds = ['support-case', 'sitting'] as const;
export type RecordKind = (typeof recordKinds)[number];

const isRecordKind = (word: string | undefined): word is RecordKind =>
  (recordKinds as readonly (string | undefined)[]).includes(word);

/** What a record's addresses begin with: `/api/cases/…`, and the page `/cases/…`. */
export const recordPaths = { 'support-case': 'cases', sitting: 'sittings' } as const satisfies Record<
  RecordKind,
  string
>;

/** Names one record. `municipality` is the profile's code (`higashiagatsuma`), `id` a UUIDv7. Neither is personal data. */
export interface RecordRef {
  readonly municipality: string;
  readonly kind: RecordKind;
  readonly id: string;
}

/** The one argument of a record's workflow: which record it follows and where it stood when the workflow was started. */
export interface RecordLink<S> {
  readonly ref: RecordRef;
  readonly standing: S;
}

/** The workflow id of a record: `support-case/<municipality>/<id>`; the same for nudge, rebuild and tests. */
export const workflowIdOf = (ref: RecordRef): string => `${ref.kind}/${ref.municipality}/${ref.id}`;

/** Undoes {@link workflowIdOf}; nothing when the id is not one of ours. */
export function recordOfWorkflowId(workflowId: string): RecordRef | undefined {
  const [kind, municipality, id, ...rest] = workflowId.split('/');
  if (!isRecordKind(kind) || !municipality || !id || rest.length > 0) return undefined;
  return { kind, municipality, id };
}

/** The id of a workflow's own command: which record, which command, decided on the standing of which `seq`. The same decision is the same command. */
export const systemCommandId = (ref: RecordRef, type: string, seq: number): string =>
  `${workflowIdOf(ref)}/${type}/${seq}`;

/** The `seq` that a workflow's own command was decided on; nothing when the id is not one of {@link systemCommandId}. */
export function seqOfSystemCommandId(commandId: string): number | undefined {
  const [, workflowId = '', seq] = /^(.+)\/[^/]+\/(\d+)$/u.exec(commandId) ?? [];
  return recordOfWorkflowId(workflowId) && Number(seq);
}
