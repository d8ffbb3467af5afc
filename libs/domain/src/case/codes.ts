/** 相談内容: many may be ticked, exactly one is the worst (R51). */
export const concernCodes = [
  'health',
  'housing',
  'income',
  'rent',
  'utilities',
  'debt',
  'jobSearch',
  'workTrouble',
  'neighbourhood',
  'family',
  'childRearing',
  'care',
  'withdrawal',
  'violence',
  'food',
  'other',
] as const;
export type ConcernCode = (typeof concernCodes)[number];

/** これまでに試みた制度・支援 (R11). `none` states that nothing was tried yet. */
export const schemeCodes = [
  'longTermCare',
  'disabilityServices',
  'childServices',
  'povertyConsultation',
  'publicAssistance',
  'medical',
  'mentalHealth',
  'schoolSupport',
  'communityVolunteer',
  'debtConsultation',
  'none',
  'other',
] as const;
export type SchemeCode = (typeof schemeCodes)[number];
/** Why a scheme was not enough. */
export const schemeOutcomeCodes = [
  'refusedByPerson',
  'notEligible',
  'notEnough',
  'stopped',
  'noPlace',
  'underWay',
  'unknown',
] as const;
export type SchemeOutcomeCode = (typeof schemeOutcomeCodes)[number];

/** Whether the receiver takes the case over or joins it. */
export const handoffPurposes = ['takeOver', 'join'] as const;
/** Why a つなぎ is not accepted. */
export const declineReasons = [
  'outsideRemit',
  'noCapacity',
  'existingScheme',
  'moreInformation',
  'otherAgencyFits',
  'other',
] as const;
export type DeclineReason = (typeof declineReasons)[number];
/** What is suggested instead; a refusal without a suggestion is no answer. */
export const declineSuggestions = [
  'otherAgency',
  'jointVisit',
  'supportMeeting',
  'existingScheme',
  'askAgainLater',
] as const;
export type DeclineSuggestion = (typeof declineSuggestions)[number];

/** The person a case is about, or another of the household. */
export const personRoles = ['person', 'householdMember'] as const;

export const relationCodes = [
  'self',
  'spouse',
  'parent',
  'child',
  'grandparent',
  'grandchild',
  'sibling',
  'otherKin',
  'cohabitant',
] as const;
export type RelationCode = (typeof relationCodes)[number];

/** Purpose of an agenda item (R26). */
export const itemPurposes = [
  'informationSharing',
  'judgement',
  'direction',
  'adequacyReview',
  'evaluation',
  'closureDecision',
  'interruption',
] as const;
export type ItemPurpose = (typeof itemPurposes)[number];

/** 協議結果. Which of them fit depends on the purpose of the item. */
export const dispositionResults = [
  'shared',
  'outreach',
  'otherLaw',
  'seekConsent',
  'continued',
  'trackEnded',
  'adequate',
  'conditional',
  'redo',
  'ended',
  'replan',
  'interrupted',
  'adjourned',
] as const;
export type DispositionResult = (typeof dispositionResults)[number];

export const goalOutcomes = ['achieved', 'partly', 'notAchieved', 'impossible'] as const;
export type GoalOutcome = (typeof goalOutcomes)[number];

/** 見られた変化 (R48). */
export const changeCodes = [
  'housingSecured',
  'medicalCareBegun',
  'healthImproved',
  'debtSettled',
  'budgetImproved',
  'employed',
  'jobSearchBegun',
  'socialParticipation',
  'habitsImproved',
  'relationsImproved',
  'isolationEased',
  'stability',
  'other',
  'none',
] as const;
export type ChangeCode = (typeof changeCodes)[number];

/** 終結理由. */
export const endReasons = [
  'rolesAgreed',
  'otherScheme',
  'movedAway',
  'died',
  'withdrawnByPerson',
  'unreachable',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];
/** How it stands for one person of the household when 多機関協働 ends. */
export const personStandings = [
  'supported',
  'otherScheme',
  'settled',
  'unwilling',
  'unreachable',
  'movedAway',
  'died',
  'notConcerned',
] as const;
export type PersonStanding = (typeof personStandings)[number];

export const contactMethods = ['visit', 'phone', 'interview', 'accompanied', 'letter', 'meeting', 'other'] as const;
export type ContactMethod = (typeof contactMethods)[number];
/** What came of a contact: met, not met (会えない is not a stall). */
export const contactResults = ['met', 'notMet', 'refused'] as const;
export type ContactResult = (typeof contactResults)[number];

export const consentMethods = ['signature', 'oral'] as const;
export type ConsentMethod = (typeof consentMethods)[number];
export const consentPurposes = ['supportCoordination', 'planMaking', 'monitoring'] as const;
export type ConsentPurpose = (typeof consentPurposes)[number];
/** Classes of items that may be shared. */
export const consentItemClasses = [
  'attributes',
  'health',
  'schooling',
  'incomeDebt',
  'schemeUse',
  'lifeHistory',
] as const;
export type ConsentItemClass = (typeof consentItemClasses)[number];
/** On which ground a 法定代理人 consents. */
export const representativeGrounds = [
  'parentalAuthority',
  'adultGuardian',
  'curatorWithPower',
  'assistantWithPower',
] as const;
export type RepresentativeGround = (typeof representativeGrounds)[number];
