/**
 * What every standing has. A standing is where a record stands, as its workflow needs to know it: JSON without personal data,
 * built by the executor, merged by `seq` (the newest wins; the same `seq` is the same standing).
 */
export interface Standing {
  readonly seq: number;
  /** No date is live and nothing follows: the workflow may return. */
  readonly closed: boolean;
  /** Epoch milliseconds of the next ladder step; `null` when no date is live. Ask it explicitly, 0 is a date. */
  readonly nextDueAtMs: number | null;
  /** Told for the operator's view only; procedures read the milestones. */
  readonly stage: string;
}

/** Where a case stands (R10). */
export interface CaseStanding extends Standing {
  /** Re-plans begin a new round; every milestone below is of this round. */
  readonly round: number;
  /** 終結, 助言・後方支援 or 自機関での対応 decided; follow-up may still run. */
  readonly ended: boolean;
  readonly screened: boolean;
  readonly handoff: {
    readonly state: 'none' | 'awaiting' | 'accepted' | 'declined' | 'advised';
    /** Answers given to any main handoff so far, refusals included. */
    readonly answers: number;
    readonly declines: number;
    /** The ladder of the awaiting handoff ended in silence. */
    readonly expired: boolean;
  };
  readonly declinesBeforeMeeting: number;
  /** The case was put before the chair since the last refusal or silence. */
  readonly proposedForSupportMeeting: boolean;
  /** At least one person is on the main stages by a valid consent. */
  readonly consented: boolean;
  readonly assessment: { readonly asked: boolean; readonly missing: number; readonly finished: boolean };
  readonly planning: {
    readonly applied: boolean;
    /** `ask-for-review` was given for the present application and is not used up. */
    readonly reviewAsked: boolean;
    readonly reviewPlaced: boolean;
    readonly review: 'none' | 'adequate' | 'conditional' | 'redo';
    readonly reviews: number;
  };
  readonly decision: { readonly asked: boolean; readonly drafted: boolean; readonly decided: boolean };
  readonly support: {
    readonly rolesTold: boolean;
    readonly monitoringDue: boolean;
    readonly monitoringRounds: number;
    readonly evaluationDue: boolean;
    readonly evaluating: boolean;
    readonly interrupted: boolean;
  };
  readonly followUpsLeft: number;
  /** Withdrawals whose recipients have not been told yet; then those whose word is missing. */
  readonly withdrawals: { readonly untold: number; readonly unconfirmed: number };
}

/** Where a sitting of a meeting stands. */
export interface SittingStanding extends Standing {
  readonly called: boolean;
  /** Invitations decided but whose notice is not out: agencies added after the call. */
  readonly uncalled: number;
  /** Agencies whose reply date passed in silence and whom the secretariat has to phone. */
  readonly phoneTasksMissing: number;
  readonly requiredAbsent: number;
  readonly requiredAbsenceTold: boolean;
  readonly held: boolean;
  readonly cancelled: boolean;
  readonly itemsWithoutDisposition: number;
}
