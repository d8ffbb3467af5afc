import type { CaseView } from '../../apps/api/src/case/view/case-view.ts';
import type { CaseListController } from '../../apps/api/src/case/case-list.controller.ts';
import type { BoardController } from '../../apps/api/src/board/board.controller.ts';
import type { MyWorkController } from '../../apps/api/src/my-work/my-work.controller.ts';
import type { ProfileController } from '../../apps/api/src/profile/profile.controller.ts';
import type { ReplyController } from '../../apps/api/src/reply/reply.controller.ts';
import type { SessionView } from '../../apps/api/src/session/session-view.ts';
import type { InvitationPreview } from '../../apps/api/src/sitting/invitation-preview.controller.ts';
import type { SittingListController } from '../../apps/api/src/sitting/sitting-list.controller.ts';
import type { SittingView } from '../../apps/api/src/sitting/view/sitting-view.ts';
import type * as caseRead from '../../apps/web/src/api/case-view.ts';
import type * as listsRead from '../../apps/web/src/api/lists.ts';
import type * as sessionRead from '../../apps/web/src/api/session.ts';
import type * as sittingRead from '../../apps/web/src/api/sitting-view.ts';

/** Codes as plain strings: that every code has its word is shown by apps/web's own specs. */
type Loose<T> = T extends string
  ? string
  : T extends readonly (infer Item)[]
    ? readonly Loose<Item>[]
    : T extends object
      ? { readonly [Key in keyof T]: Loose<T[Key]> }
      : T;
/** `Given` fits `Read`, or this does not compile: what the API answers is what the pages take it for. */
type Fits<Given extends Read, Read> = Given;
type Answer<Method> = Method extends (...asked: never[]) => infer Answered ? Loose<Awaited<Answered>> : never;

/** Checked by `npm run check` (types): each answer of the API beside the type the pages read it as. */
export type PagesReadWhatTheApiGives = [
  Fits<Loose<CaseView>, Loose<caseRead.CaseView>>,
  Fits<Loose<SittingView>, Loose<sittingRead.SittingView>>,
  Fits<Loose<InvitationPreview>, Loose<sittingRead.InvitationPreview>>,
  Fits<Answer<ReplyController['look']>, Loose<sittingRead.ReplyView>>,
  Fits<Answer<BoardController['read']>, Loose<listsRead.BoardPage>>,
  Fits<Answer<MyWorkController['list']>, Loose<listsRead.Page<listsRead.WorkItem>>>,
  Fits<Answer<CaseListController['list']>, Loose<listsRead.Page<listsRead.CaseRow>>>,
  Fits<Answer<SittingListController['list']>, Loose<listsRead.Page<listsRead.SittingRow>>>,
  Fits<Answer<ProfileController['read']>, Loose<sessionRead.Profile>>,
  Fits<Loose<SessionView>, Loose<sessionRead.Session>>,
];
