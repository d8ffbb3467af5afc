import type { IsoDate } from '#libs/calendar';
import type { ObligationKind } from '../record/obligation.ts';

/** Code of an agency in the municipality's profile, for example `houkatsu`. */
export type AgencyCode = string;
/** Code of a meeting body in the profile, for example `supportMeeting`. */
export type BodyCode = string;

/** How an agency is reached. Paper and phone bodies have no account and get no mail. */
export type Channel = 'mail' | 'phone' | 'paper';
/** Doctors, schools and 民生委員 get one reminder, then the secretariat gets a phone task. */
export type AgencyKind = 'office' | 'contractor' | 'prefecture' | 'doctor' | 'school' | 'welfareVolunteer' | 'other';

export interface AgencyRules {
  readonly code: AgencyCode;
  /** As shown on screen; in the demo a role name (地域包括支援センター). */
  readonly name: string;
  readonly kind: AgencyKind;
  readonly channel: Channel;
  /** Addressee line of letters: the head of the body (センター長, 事務局長). */
  readonly headTitle: string;
}

export type LadderStepName = 'reminder' | 'escalation' | 'expiry' | 'start';

/** One step of asking again, counted in 開庁日 from the due date: -3 is three before it, 1 is one after. */
export interface LadderStepRule {
  readonly step: LadderStepName;
  readonly openDaysFromDue: number;
}

/** How long an obligation has and how it is asked again. `openDays` counts from the day after it was asked. */
export interface DeadlineRule {
  readonly openDays: number;
  readonly ladder: readonly LadderStepRule[];
}

/** `supportMeeting` = 社会福祉法106条の6, closed, no consent; `planMeeting` = consented cases (要綱). */
export type MeetingKind = 'supportMeeting' | 'planMeeting';

/** 実施区分 of 重層的支援体制整備事業: 本実施, 移行準備, 未実施. */
export type ProgrammeStatus = 'implementing' | 'preparing' | 'notImplementing';

/** From a day on: may the 根拠規定 of a body be used, and has the municipality itself confirmed it? */
export interface BasisPeriod {
  /** `null`: always before the next one. */
  readonly from: IsoDate | null;
  readonly programmeStatus: ProgrammeStatus;
  readonly usable: boolean;
  readonly verified: boolean;
}

export interface BodyRules {
  readonly code: BodyCode;
  readonly kind: MeetingKind;
  /** Local name (まるごと会議); default 支援会議, 重層的支援会議. */
  readonly name: string;
  /** Code in the catalogue of legal bases (R6). */
  readonly legalBasis: string;
  /** As printed: 社会福祉法106条の6, or the municipality's 要綱. */
  readonly legalBasisText: string;
  /** When its 根拠規定 may be used, oldest first: it follows the day of the sitting, not that of the command. */
  readonly basisPeriods: readonly BasisPeriod[];
  /** Who may convene (R23). */
  readonly convener: 'municipality' | 'coordinatingBody';
  /** Least 開庁日 between notice and sitting; urgent ones need a reason instead. */
  readonly noticeOpenDays: number;
  readonly requiredAgencies: readonly AgencyCode[];
}

/** A rule of the municipality's catalogue under which somebody may be told without consent (R6). */
export interface BasisRules {
  readonly code: string;
  /** As printed: 個人情報保護法69条2項. */
  readonly name: string;
}

/** What the domain needs of a municipality's profile, as a value valid on the day of the command. */
export interface MunicipalityRules {
  readonly municipality: string;
  readonly municipalityName: string;
  /** The office section that convenes and decides (担当課). */
  readonly competentSection: AgencyCode;
  /** The organisation that coordinates (多機関協働事業者); in a small town the same section. */
  readonly coordinatingBody: AgencyCode;
  readonly agencies: readonly AgencyRules[];
  readonly bodies: readonly BodyRules[];
  /** In use, no consent needed, and not that of a meeting: what a つなぎ about a person without consent may rest on. */
  readonly handoffBases: readonly BasisRules[];
  readonly intakePoints: readonly { readonly code: string; readonly name: string; readonly agency: AgencyCode }[];
  readonly deadlines: Readonly<Record<ObligationKind, DeadlineRule>>;
  /** Refusals of a main つなぎ after which the case becomes a 候補. */
  readonly declinesBeforeMeeting: number;
  readonly monitoringEveryMonths: number;
  readonly evaluationEveryMonths: number;
  readonly planMaxMonths: number;
  /** Calendar days after 終結, for example [30, 90]. */
  readonly followUpDays: readonly number[];
  /** Reply to an invitation: 開庁日 before the sitting at the standard lead (7), shrunk when the lead is shorter. */
  readonly replyOpenDaysBefore: number;
  readonly standardLeadOpenDays: number;
  /** Reminders one reply gets where the rule of the kind differs (doctors, schools, 民生委員: one). */
  readonly oneReminderKinds: readonly AgencyKind[];
}

/** The agency of that code. @throws when the profile has none: codes are checked at the edge. */
export function agencyOf(rules: MunicipalityRules, code: AgencyCode): AgencyRules {
  const found = rules.agencies.find((agency) => agency.code === code);
  if (!found) throw new Error(`agency ${code} is not in the profile of ${rules.municipality}`);
  return found;
}

export const knowsAgency = (rules: MunicipalityRules, code: AgencyCode): boolean =>
  rules.agencies.some((agency) => agency.code === code);

/** The body of that code, or nothing. */
export const bodyOf = (rules: MunicipalityRules, code: BodyCode): BodyRules | undefined =>
  rules.bodies.find((body) => body.code === code);

/** What holds for the 根拠規定 of a body on a day. */
export const basisOn = ({ basisPeriods }: BodyRules, on: IsoDate): BasisPeriod | undefined =>
  basisPeriods.findLast(({ from }) => from === null || from <= on);
