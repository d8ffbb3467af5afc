import type { CaseView, OlderEntries } from './case-view.ts';
import type { CommandAnswer } from './command-answer.ts';
import type { DraftList, DraftView, SavedDraft } from './draft-view.ts';
import type { HealthView, ProbeView } from './health-view.ts';
import type { BoardPage, CaseRow, SittingRow, WorkItem } from './lists.ts';
import type { Page } from './page.ts';
import type { Problem } from './problem.ts';
import type { ProfileView } from './profile-view.ts';
import type { HistoryEntry, NoticeView } from './record-view.ts';
import type { ReplyView } from './reply-view.ts';
import type { RevisionView } from './revision-view.ts';
import type { DemoPeople, SessionView } from './session-view.ts';
import type { InvitationPreview, SittingView } from './sitting-view.ts';

/**
 * Everything the API answers, by the name it has in OpenAPI. From here the schemas are made (`scripts/check/answers.mjs`): a new answer is a
 * new entry, and a route names its own by `@Answers(…)`.
 */
export interface Answers {
  readonly BoardPage: BoardPage;
  readonly CasePage: Page<CaseRow>;
  readonly CaseView: CaseView;
  readonly CommandAnswer: CommandAnswer;
  readonly DemoPeople: DemoPeople;
  readonly DraftList: DraftList;
  readonly DraftView: DraftView;
  readonly HealthView: HealthView;
  readonly HistoryPage: Page<HistoryEntry>;
  readonly InvitationPreview: InvitationPreview;
  readonly NoticePage: Page<NoticeView>;
  readonly OlderEntries: OlderEntries;
  readonly ProbeView: ProbeView;
  readonly Problem: Problem;
  readonly ProfileView: ProfileView;
  readonly ReplyView: ReplyView;
  readonly RevisionView: RevisionView;
  readonly SavedDraft: SavedDraft;
  readonly SessionView: SessionView;
  readonly SittingPage: Page<SittingRow>;
  readonly SittingView: SittingView;
  readonly WorkPage: Page<WorkItem>;
}

export type AnswerName = keyof Answers;
