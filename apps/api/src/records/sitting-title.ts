import { bodyOf, type MunicipalityRules } from '#libs/domain';

/** 支援会議 第3回: the body by its local name. */
export const sittingTitle = (rules: MunicipalityRules, body: string, ordinal: number | string): string =>
  `${bodyName(rules, body)} 第${ordinal}回`;

export const bodyName = (rules: MunicipalityRules, body: string): string => bodyOf(rules, body)?.name ?? body;
