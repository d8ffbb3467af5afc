import type { AgencyCode, CaseState, MunicipalityRules, Obligation, SittingState } from '#libs/domain';
import type { Asker, Relation } from './question.ts';

/** What of the record is asked about, as ids of its own; a command names it in the fields of the same names. */
export interface Subject {
  readonly handoffId?: string;
  readonly personId?: string;
  readonly invitationId?: string;
  readonly itemId?: string;
  /** 決定事項: its own agency or the lead agency is done with it. */
  readonly taskId?: string;
  /** An agency for which something is done (事前シート, 役割の了承): only that agency does it itself. */
  readonly agency?: string;
  /** Who wrote it or is to do it: reads it as its own. With it, or with an item of a case, the record's writer is not yet the entry's. */
  readonly writtenBy?: string;
}

/** A record as it stands; at its beginning there is no state. */
export type AccessRecord =
  | { readonly kind: 'support-case'; readonly state: CaseState | undefined }
  | { readonly kind: 'sitting'; readonly state: SittingState | undefined };

/**
 * Everything the asker's agency is to the record, never empty: an agency may be lead and office at once (R85).
 * With a subject only what it is to that: the receiver of this つなぎ, the invited of this invitation.
 */
export function relationsOf(
  record: AccessRecord,
  asker: Asker,
  rules: MunicipalityRules,
  subject: Subject = {},
): readonly Relation[] {
  if (asker.kind === 'workflow' || asker.kind === 'clock' || asker.kind === 'anonymous') return ['none'];
  const found: readonly Relation[] = [
    ...toRecord(record, asker, subject),
    ...(asker.kind === 'person' ? ofOffice(asker.agency, rules) : []),
  ];
  return found.length > 0 ? found : ['none'];
}

const ofOffice = (agency: AgencyCode, rules: MunicipalityRules): readonly Relation[] => [
  ...(agency === rules.competentSection ? (['competentSection'] as const) : []),
  ...(agency === rules.coordinatingBody ? (['coordinatingBody'] as const) : []),
];

function toRecord(
  record: AccessRecord,
  asker: Exclude<Asker, { kind: 'workflow' | 'clock' | 'anonymous' }>,
  subject: Subject,
): readonly Relation[] {
  if (!record.state) return [];
  if (record.kind === 'sitting') return toSitting(record.state, asker, subject);
  return asker.kind === 'person' ? toCase(record.state, asker.agency, subject) : [];
}

function toCase(state: CaseState, agency: AgencyCode, subject: Subject): readonly Relation[] {
  if (subject.agency !== undefined && subject.agency !== agency) return [];
  if (subject.handoffId !== undefined) return toHandoff(state, agency, subject.handoffId);
  if (state.leadAgency !== agency && state.tasks.some((task) => task.id === subject.taskId && task.agency !== agency))
    return [];
  const rows = state.participants.filter((one) => one.agency === agency && one.releasedOn === null);
  const owes = Object.values(state.obligations).some(
    (obligation) => obligation.holder.agency === agency && bindsAgency(obligation),
  );
  return [
    ...(state.leadAgency === agency ? (['lead'] as const) : []),
    ...(state.handoffs.some((handoff) => handoff.state === 'awaiting' && handoff.to === agency)
      ? (['handoffReceiver'] as const)
      : []),
    ...(rows.some(({ basis }) => basis !== 'meeting') || hasRole(state, agency) || owes
      ? (['participant'] as const)
      : []),
    ...(rows.some(({ basis }) => basis === 'meeting') ? (['itemMember'] as const) : []),
  ];
}

/** Sender and receiver, and the lead agency, which carries the case; nobody else has to do with a つなぎ. */
function toHandoff(state: CaseState, agency: AgencyCode, handoffId: string): readonly Relation[] {
  const handoff = state.handoffs.find(({ id }) => id === handoffId);
  if (!handoff) return toCase(state, agency, {});
  const accepted = handoff.to === agency && handoff.state === 'accepted';
  return [
    ...(state.leadAgency === agency ? (['lead'] as const) : []),
    // Also once it is answered: a second answer of the same agency is told that it is stale, not that it is none of its business.
    ...(handoff.to === agency ? (['handoffReceiver'] as const) : []),
    ...(handoff.from === agency || accepted ? (['participant'] as const) : []),
  ];
}

/** Whoever still owes something takes part, also after a release; being asked for an answer or for a decision does not make a participant. */
const bindsAgency = ({ kind, holder }: Obligation): boolean =>
  kind !== 'handoff-answer' && (holder.post === 'staff' || holder.post === 'head' || holder.post === 'personInCharge');

const hasRole = (state: CaseState, agency: AgencyCode): boolean =>
  state.plans.some((plan) => plan.state === 'decided' && plan.roles.some((role) => role.agency === agency));

function toSitting(
  state: SittingState,
  asker: { readonly kind: 'person' | 'invitee'; readonly agency: AgencyCode; readonly invitationId?: string },
  subject: Subject,
): readonly Relation[] {
  if (asker.kind === 'invitee') {
    const own = state.invitations.some(({ id, agency }) => id === asker.invitationId && agency === asker.agency);
    return own && (subject.invitationId ?? asker.invitationId) === asker.invitationId ? ['itemMember'] : [];
  }
  const { agency } = asker;
  if (subject.invitationId !== undefined)
    return state.invitations.some((one) => one.id === subject.invitationId && one.agency === agency)
      ? ['itemMember']
      : [];
  if (subject.itemId !== undefined)
    return state.items.some((item) => item.id === subject.itemId && item.agencies.includes(agency))
      ? ['itemMember']
      : [];
  const invited = state.invitations.some((one) => one.agency === agency && one.sent);
  return invited || state.items.some((item) => item.agencies.includes(agency)) ? ['itemMember'] : [];
}
