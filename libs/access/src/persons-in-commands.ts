import type { AgencyCode, CaseState, MunicipalityRules } from '#libs/domain';
import type { PersonNamed } from './record-grounds.ts';

/**
 * A withdrawal is somebody's, and there for who reads of that person; its recipients were told of it, and answer without reading the person
 * any more (R7).
 */
export function personsNamed(
  { withdrawals }: CaseState,
  command: { readonly type: string },
  agency: AgencyCode,
): readonly PersonNamed[] {
  const { personId, personIds, withdrawalId } = command as NamesPersons;
  const withdrawal = withdrawals.find(({ id }) => id === withdrawalId);
  const isRecipient = withdrawal?.agencies.includes(agency) === true;
  const named = [...(personId === undefined ? [] : [personId]), ...(personIds ?? [])];
  // Whoever takes a consent back makes the withdrawal: its id is new.
  const isNew = withdrawalId === undefined || personId !== undefined;
  return [
    ...named.map((one): PersonNamed => ({ personId: one, takes: 'person.read' })),
    ...(isNew || isRecipient
      ? []
      : [{ personId: withdrawal?.personId ?? withdrawalId, takes: 'case.read-texts' } as const]),
  ];
}

/** A 重層的支援会議 rests on the consent of each person: whether it can be asked for says how that stands. */
export const consentsAnswered = (
  _state: CaseState,
  command: { readonly type: string },
  { bodies }: MunicipalityRules,
): readonly string[] => {
  const { body, personIds } = command as NamesPersons & { readonly body?: string };
  const isOfConsent = bodies.some(({ code, kind }) => code === body && kind === 'planMeeting');
  return command.type === 'request-meeting' && isOfConsent ? (personIds ?? []) : [];
};

/** The fields by which commands name persons. */
interface NamesPersons {
  readonly personId?: string;
  readonly personIds?: readonly string[] | null;
  readonly withdrawalId?: string;
}
