import type { SittingStage } from '#libs/domain';
import type { SittingRow } from '#libs/views';
import { t } from '../messages/translate.ts';

/** 第n回 follows the days until it is held: a number that may still move says so. */
const nameOf = {
  preparing: 'sitting.namePlanned',
  called: 'sitting.namePlanned',
  held: 'sitting.name',
  closed: 'sitting.name',
  cancelled: 'sitting.nameCancelled',
} as const satisfies Record<SittingStage, string>;

/** 支援会議 第3回(予定): a sitting by its body and 第n回. */
export const sittingName = ({ name, ordinal, stage }: Pick<SittingRow, 'name' | 'ordinal' | 'stage'>): string =>
  t(nameOf[stage], { name, ordinal });
