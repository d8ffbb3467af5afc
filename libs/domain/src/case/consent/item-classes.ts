import type { CaseState } from '../case-state.ts';
import type { ConcernCode, ConsentItemClass, ConsentPurpose, ItemPurpose } from '../codes.ts';

/** 伝えてよい事柄 that a 相談内容 is about (R2): its story opens by consent to those who may know all of them. */
const classOfConcern = {
  health: 'health',
  housing: 'lifeHistory',
  income: 'incomeDebt',
  rent: 'incomeDebt',
  utilities: 'incomeDebt',
  debt: 'incomeDebt',
  jobSearch: 'lifeHistory',
  workTrouble: 'lifeHistory',
  neighbourhood: 'lifeHistory',
  family: 'lifeHistory',
  childRearing: 'schooling',
  care: 'health',
  withdrawal: 'lifeHistory',
  violence: 'lifeHistory',
  food: 'incomeDebt',
  other: 'lifeHistory',
} as const satisfies Record<ConcernCode, ConsentItemClass>;

/** Parts of a case that hold only some classes of items. */
type ClassedPart = 'person' | 'contactRules' | 'story' | 'triedSchemes';

/** Which classes a consent has to hold before the part opens by it. */
export const itemClassesOf = (
  { intake: { concerns } }: Pick<CaseState, 'intake'>,
  part: ClassedPart,
): readonly ConsentItemClass[] => {
  switch (part) {
    case 'person':
    case 'contactRules':
      return ['attributes'];
    case 'triedSchemes':
      return ['schemeUse'];
    case 'story':
      return [...new Set(concerns.map((concern) => classOfConcern[concern]))];
  }
};

/** For which purpose a 重層的支援会議 shares what is said on an item. */
export const purposeOfItem = {
  informationSharing: 'supportCoordination',
  judgement: 'supportCoordination',
  direction: 'supportCoordination',
  adequacyReview: 'planMaking',
  evaluation: 'monitoring',
  closureDecision: 'monitoring',
  interruption: 'monitoring',
} as const satisfies Record<ItemPurpose, ConsentPurpose>;
