import type { AgencyKind, Channel, MeetingKind, Post } from '#libs/domain';

export interface Session {
  readonly membership: string;
  readonly agency: string;
  readonly posts: readonly Post[];
  readonly displayName: string;
  readonly municipality: { readonly code: string; readonly name: string };
  /** The demo runs: every page and print says so. */
  readonly demo: boolean;
}

export interface DemoPerson {
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: string;
  readonly agencyName?: string;
  readonly posts: readonly Post[];
}

interface ProfileAgency {
  readonly code: string;
  readonly name: string;
  readonly kind: AgencyKind;
  readonly channel: Channel;
}

interface ProfileBody {
  readonly code: string;
  readonly kind: MeetingKind;
  readonly name: string;
  readonly legalBasisText: string;
  readonly noticeOpenDays: number;
  readonly requiredAgencies: readonly string[];
  /** First date that keeps the notice of the body, counted in 開庁日 from today. */
  readonly earliestHeldOn?: string;
}

interface ProfilePerson {
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: string;
  readonly posts: readonly Post[];
}

export interface Profile {
  readonly municipality: { readonly code: string; readonly name: string };
  readonly agencies: readonly ProfileAgency[];
  readonly bodies: readonly ProfileBody[];
  readonly intakePoints: readonly { readonly code: string; readonly name: string; readonly agency: string }[];
  readonly people?: readonly ProfilePerson[];
  readonly competentSection: string;
  readonly coordinatingBody: string;
  /** 'YYYY-MM-DD' in Asia/Tokyo, by the server's clock. */
  readonly today: string;
  readonly wareki: string;
  readonly planMaxMonths?: number;
}
