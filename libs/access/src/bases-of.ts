import type { IsoDate } from '#libs/calendar';
import type { MunicipalityRules } from '#libs/domain';
import { groundsOf, type AccessRecord } from './grounds-by-kind.ts';
import type { Asker, Basis } from './question.ts';
import type { Subject } from './record-grounds.ts';

/**
 * Every ground on which the asker's agency learns of the record, never empty. With a person as subject, the grounds for that person alone
 * (R2); with an agenda item, those for that item alone (R24). Consent counts on `today` only: not before its day, not after its review.
 */
export function basesOf(
  record: AccessRecord | undefined,
  asker: Asker,
  rules: MunicipalityRules,
  subject: Subject = {},
  today?: IsoDate,
): readonly Basis[] {
  if (asker.kind === 'workflow' || asker.kind === 'clock' || asker.kind === 'anonymous') return ['none'];
  const { agency } = asker;
  const office = asker.kind === 'person' && (agency === rules.competentSection || agency === rules.coordinatingBody);
  const found: readonly Basis[] = [
    ...(record?.state ? groundsOf(record.kind).bases(record.state, asker, subject, today) : []),
    ...(office ? (['office'] as const) : []),
  ];
  return found.length > 0 ? found : ['none'];
}
