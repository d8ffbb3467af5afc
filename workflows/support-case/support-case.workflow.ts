import type { CaseStanding, RecordLink } from '#libs/contracts';
import { followOnTemporal } from '../follow/on-temporal.ts';
import { followCase } from './support-case.ts';

/** The workflow of one case (`support-case/<municipality>/<id>`); ends when the case is 閉, begins again when it is reopened. */
export async function supportCase(link: RecordLink<CaseStanding>): Promise<void> {
  return followOnTemporal(link, followCase);
}
