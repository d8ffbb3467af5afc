import type { IsoDate } from '#libs/calendar';
import type { Call, TellingWay } from './call.ts';
import type { Holder, LadderStep, Obligation } from './obligation.ts';

/** Events of every kind of record: what is owed, asked again, done with, dated anew, and what has to be said by phone. */
export type RecordEvent =
  | { readonly type: 'obligation-opened'; readonly v: 1; readonly obligation: Obligation }
  | { readonly type: 'obligation-settled'; readonly v: 1; readonly key: string; readonly on: IsoDate }
  | {
      readonly type: 'obligation-reassigned';
      readonly v: 1;
      readonly key: string;
      readonly holder: Holder;
      /** Whether the record waits for it now, where that changed as well. */
      readonly blocking?: boolean;
    }
  | {
      readonly type: 'obligation-step-taken';
      readonly v: 1;
      readonly key: string;
      readonly step: LadderStep['step'];
      readonly on: IsoDate;
      readonly index: number;
    }
  | {
      readonly type: 'obligation-redated';
      readonly v: 1;
      readonly key: string;
      readonly dueOn: IsoDate;
      readonly dueAtMs: number;
      readonly ladder: readonly LadderStep[];
      readonly taken: number;
    }
  | { readonly type: 'call-opened'; readonly v: 1; readonly call: Call }
  | {
      readonly type: 'call-settled';
      readonly v: 1;
      readonly callId: string;
      readonly on: IsoDate;
      /** How it was said; `null`: it need not be said any more. */
      readonly how: TellingWay | null;
    };

/** Commands of every kind of record, given by the clock or an operator. */
export type RecordCommand = { readonly type: 'enforce' } | { readonly type: 'redate-obligations' };
