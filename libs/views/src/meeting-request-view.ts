import type { ItemPurpose, MeetingKind } from '#libs/domain';
import type { Masked, On, Text } from './record-view.ts';

/** 案件化の依頼, for who asked and for the office. */
export interface MeetingRequestView extends Masked {
  readonly id: string;
  readonly by: string;
  readonly body: string;
  readonly kind: MeetingKind;
  readonly purpose: ItemPurpose;
  readonly personIds: readonly string[];
  readonly reasonText: Text;
  readonly askedOn: On;
  readonly state: 'open' | 'taken' | 'declined' | 'withdrawn';
  readonly answeredOn: On | null;
  /** Why it was not put on a meeting. */
  readonly answerText: Text;
}
