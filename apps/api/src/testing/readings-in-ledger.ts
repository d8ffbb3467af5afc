import { inMunicipality } from '#libs/persistence';
import { municipality, type ApiBed } from './api-bed.ts';

/** What the 情報提供の記録 holds of one record's readings by somebody of that agency, in the order in which they were written. */
export const readingsInLedger = async (
  { parts }: Pick<ApiBed, 'parts'>,
  recordId: string,
  agency: string,
): Promise<readonly { readonly person: string; readonly basis: string }[]> =>
  inMunicipality(parts.app, { municipality }, async (tx) =>
    tx.rows(
      {
        name: 'test-read-disclosures',
        text: `select person_id as person, basis from disclosure where municipality_id = $1 and record_id = $2 and to_agency = $3 and to_membership is not null order by at, id`,
      },
      [municipality, recordId, agency],
    ),
  );
