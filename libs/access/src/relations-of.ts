import type { AgencyCode, MunicipalityRules } from '#libs/domain';
import { groundsOf, type AccessRecord } from './grounds-by-kind.ts';
import type { Asker, Relation } from './question.ts';
import type { Subject } from './record-grounds.ts';

/**
 * Everything the asker's agency is to the record, never empty: an agency may be lead and office at once (R85).
 * With a subject only what it is to that: the receiver of this つなぎ, the invited of this invitation.
 */
export function relationsOf(
  record: AccessRecord | undefined,
  asker: Asker,
  rules: MunicipalityRules,
  subject: Subject = {},
): readonly Relation[] {
  if (asker.kind === 'workflow' || asker.kind === 'clock' || asker.kind === 'anonymous') return ['none'];
  const found: readonly Relation[] = [
    ...(record?.state ? groundsOf(record.kind).relations(record.state, asker, subject, rules) : []),
    ...(asker.kind === 'person' ? ofOffice(asker.agency, rules) : []),
  ];
  return found.length > 0 ? found : ['none'];
}

const ofOffice = (agency: AgencyCode, rules: MunicipalityRules): readonly Relation[] => [
  ...(agency === rules.competentSection ? (['competentSection'] as const) : []),
  ...(agency === rules.coordinatingBody ? (['coordinatingBody'] as const) : []),
];
