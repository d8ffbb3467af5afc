import type { IsoDate } from '#libs/calendar';
import type { ConsentItemClass, ConsentPurpose, KeptState, MunicipalityRules, SittingState } from '#libs/domain';
import type { Asker, Basis, ReadAction, Relation } from './question.ts';

/** What of the record is asked about, as ids of its own; a command names it in the fields of the same names. */
export interface Subject {
  readonly handoffId?: string;
  readonly personId?: string;
  /** Whom a text is about: it opens when there is a ground for each of them. Without, everybody of the household. */
  readonly personIds?: readonly string[];
  readonly invitationId?: string;
  readonly itemId?: string;
  /** 決定事項: its own agency or the lead agency is done with it. */
  readonly taskId?: string;
  /** 案件化の依頼 that is taken back: by its asker; `open`: any that waits for its answer. */
  readonly requestId?: string;
  /** An agency for which something is done (事前シート, 役割の了承): only that agency does it itself. */
  readonly agency?: string;
  /** Who wrote it or is to do it: reads it as its own. With it, or with an item of a case, the record's writer is not yet the entry's. */
  readonly writtenBy?: string;
  /** Which classes of items it holds: a consent opens it that covers all of them (R2). */
  readonly itemClasses?: readonly ConsentItemClass[];
  /** For what it is read: a consent for other purposes opens it not (R2). */
  readonly consentPurpose?: ConsentPurpose;
  /** 支援会議での検討 is asked about, where it stands or what was written and done: set by the policy for what is about it. */
  readonly track?: 'standing' | 'content';
  /** Plans are asked about: a reason written down today opens those to whoever wrote it. Set by the policy. */
  readonly plans?: true;
  /** 来談者・情報提供者 is asked about: set by the policy. */
  readonly informant?: true;
}

/** Somebody who acts for an agency. */
export type AgencyAsker = Exclude<Asker, { kind: 'workflow' | 'clock' | 'anonymous' }>;

/** What an agency is to a kind of record and on which grounds it learns of one; what it is as the office is added for every kind. */
export interface RecordGrounds<S extends KeptState = KeptState> {
  /** Sees that there is such a record. */
  readonly reads: ReadAction;
  relations(state: S, asker: AgencyAsker, subject: Subject, rules: MunicipalityRules): readonly Relation[];
  bases(state: S, asker: AgencyAsker, subject: Subject, today: IsoDate | undefined): readonly Basis[];
  /** Ids of the persons that the record is about, where it is about some: what is written about them opens person by person. */
  household?(state: S): readonly string[];
  /** Which classes of items it is to know who somebody of them is (R2). */
  classesOfPerson?(state: S): readonly ConsentItemClass[];
  /** Ids of the persons whom a command names, by themselves or by what is theirs; whoever is told by the record that it is theirs names nobody. */
  personsNamed?(state: S, command: { readonly type: string }, agency: string): readonly string[];
}

/** The asker wrote down today why it is read: a reason is good for its day, and for nobody else. */
export const hasReason = (
  readers: readonly { readonly membershipId: string; readonly on: IsoDate }[],
  asker: AgencyAsker,
  today: IsoDate | undefined,
): boolean =>
  asker.kind === 'person' &&
  readers.some(({ membershipId, on }) => membershipId === asker.membershipId && on === today);

/** The ground that an agenda item gives; one that a withdrawal froze rests on consent no more (R7). */
export function basesOfMeeting(kind: SittingState['kind'], frozen: boolean): readonly Basis[] {
  if (kind === 'supportMeeting') return ['supportMeeting106_6'];
  return frozen ? [] : ['consent'];
}
