import type { AgencyKind, Channel, MeetingKind, Post, ProgrammeStatus } from '#libs/domain';
import type { Int } from './record-view.ts';

/** Somebody with an account in the municipality, as lists name staff: never a client. */
export interface Colleague {
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: string;
  readonly posts: readonly Post[];
}

/** A 会議体 as pages name it. */
interface BodyName {
  readonly code: string;
  readonly kind: MeetingKind;
  readonly name: string;
  readonly legalBasisText: string;
  /** When its 根拠規定 may be used, oldest first. */
  readonly basisPeriods: readonly {
    readonly from: string | null;
    readonly programmeStatus: ProgrammeStatus;
    readonly usable: boolean;
    readonly verified: boolean;
  }[];
  /** 開庁日 between call and sitting. */
  readonly noticeOpenDays: Int;
  /** Who calls it, and is present by rule. */
  readonly convener: 'municipality' | 'coordinatingBody';
  readonly requiredAgencies: readonly string[];
  /** First date that keeps the notice of the body, counted in 開庁日 from today. */
  readonly earliestHeldOn: string;
}

/** What screens need of the municipality: names, not rules. */
export interface ProfileView {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly competentSection: string;
  readonly coordinatingBody: string;
  readonly agencies: readonly {
    readonly code: string;
    readonly name: string;
    readonly kind: AgencyKind;
    readonly channel: Channel;
  }[];
  readonly bodies: readonly BodyName[];
  /** What a つなぎ about a person without consent may rest on. */
  readonly handoffBases: readonly { readonly code: string; readonly name: string }[];
  readonly intakePoints: readonly { readonly code: string; readonly name: string; readonly agency: string }[];
  readonly people: readonly Colleague[];
  /** 'YYYY-MM-DD' in Asia/Tokyo, by the server's clock. */
  readonly today: string;
  /** The same in 和暦. */
  readonly wareki: string;
  /** The last day up to which the 祝日 are known; `null` when not even those of this 年度 are. */
  readonly holidaysUntil: string | null;
  readonly monitoringEveryMonths: Int;
  readonly planMaxMonths: Int;
}
