import type { DeclineReason, DeclineSuggestion } from '#libs/domain';
import type { EnteredView, Masked, On, Text } from './record-view.ts';

/** A つなぎ of a case: who asked whom for what, and what was answered. */
export interface HandoffView extends Masked {
  readonly id: string;
  readonly main: boolean;
  readonly purpose: 'takeOver' | 'join';
  readonly from: string;
  readonly to: string;
  readonly sentOn: On;
  readonly state: 'awaiting' | 'accepted' | 'declined' | 'advised' | 'withdrawn';
  readonly expired: boolean;
  readonly answeredOn: On | null;
  readonly reason: DeclineReason | null;
  readonly suggestion: DeclineSuggestion | null;
  /** Whom it is about; none where it is not for this viewer. */
  readonly personIds: readonly string[];
  /** Code of the 根拠規定, where somebody whom it is about had not agreed. */
  readonly legalBasis: string | null;
  readonly reasonText: Text;
  readonly messageText: Text;
  readonly answerText: Text;
  readonly entered: EnteredView | null;
}
