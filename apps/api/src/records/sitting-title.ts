import { bodyOf, type MunicipalityRules, type SittingStage } from '#libs/domain';

interface Titled {
  readonly body: string;
  readonly ordinal: number | string;
  readonly stage: SittingStage;
}

/** What stands behind a number that is not fixed: 第n回 follows the days until it is held. */
const notFixed = {
  preparing: '(予定)',
  called: '(予定)',
  held: '',
  closed: '',
  cancelled: '(中止)',
} as const satisfies Record<SittingStage, string>;

/** 支援会議 第3回(予定): the body by its local name. */
export const sittingTitle = (rules: MunicipalityRules, { body, ordinal, stage }: Titled): string =>
  `${bodyName(rules, body)} 第${ordinal}回${notFixed[stage]}`;

export const bodyName = (rules: MunicipalityRules, body: string): string => bodyOf(rules, body)?.name ?? body;
