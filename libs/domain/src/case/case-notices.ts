import type { Context } from '../record/context.ts';
import { stepNotices } from '../record/step-notices.ts';
import type { Notice } from '../record/notice.ts';
import type { RecordEvent } from '../record/record-events.ts';
import type { CaseState } from './case-state.ts';
import type { CaseEvent } from './case.events.ts';
import { currentPlan } from './current-plan.ts';

type Word = Omit<Notice, 'key'>;

/** Who is told of what happened: never a person of the household, never a reason (R62). One notice per recipient (R63). */
export function caseNotices(
  before: CaseState | undefined,
  after: CaseState,
  events: readonly (CaseEvent | RecordEvent)[],
  ctx: Context,
): readonly Notice[] {
  const first = after.seq - events.length;
  return events.flatMap((event, index) =>
    (event.type === 'obligation-step-taken'
      ? stepNotices(event, before ?? after, ctx)
      : wordsOf(event, after, ctx)
    ).map((word, nth) => ({ ...word, key: `${event.type}/${String(first + index + 1)}/${String(nth)}` })),
  );
}

const desk = (agency: string, kind: Notice['kind']): Word => ({ kind, recipient: { agency, to: 'desk' } });
const coordinator = (ctx: Context, kind: Notice['kind'], obligationKind?: string): Word => ({
  kind,
  recipient: { agency: ctx.rules.coordinatingBody, to: 'coordinator' },
  ...(obligationKind === undefined ? {} : { obligationKind }),
});
const manager = (ctx: Context, kind: Notice['kind'], obligationKind?: string): Word => ({
  kind,
  recipient: { agency: ctx.rules.competentSection, to: 'manager' },
  ...(obligationKind === undefined ? {} : { obligationKind }),
});

function wordsOf(event: CaseEvent | RecordEvent, after: CaseState, ctx: Context): readonly Word[] {
  const sides = 'handoffId' in event ? after.handoffs.find(({ id }) => id === event.handoffId) : undefined;
  // Inside one agency the word was given by mouth (R85).
  const within = sides !== undefined && sides.from === sides.to;
  switch (event.type) {
    case 'handoff-sent':
      return within ? [] : [desk(event.to, 'handoff-sent')];
    case 'handoff-accepted':
      return within || !sides ? [] : [desk(sides.from, 'handoff-accepted')];
    case 'handoff-declined':
      return sides ? [desk(sides.from, 'handoff-declined')] : [];
    case 'handoff-advised':
      return sides ? [desk(sides.from, 'handoff-advised')] : [];
    case 'candidate-raised':
      return [manager(ctx, 'candidate-raised')];
    case 'sheets-asked':
      return event.agencies.map((agency) => desk(agency, 'sheet-asked'));
    case 'review-asked':
      return [coordinator(ctx, 'work-waiting', 'meeting-placement')];
    case 'approval-asked':
      return [coordinator(ctx, 'work-waiting', 'approval-draft')];
    case 'approval-drafted':
      return [manager(ctx, 'work-waiting', 'approval')];
    case 'roles-told':
      return (currentPlan(after)?.roles ?? []).map(({ agency }) => desk(agency, 'role-told'));
    case 'monitoring-asked':
      return [{ ...desk(after.leadAgency, 'work-waiting'), obligationKind: 'monitoring' }];
    case 'evaluation-begun':
      return [{ ...desk(after.leadAgency, 'work-waiting'), obligationKind: 'evaluation' }];
    case 'withdrawal-told':
      return after.withdrawals
        .filter(({ id }) => event.withdrawalIds.includes(id))
        .flatMap(({ agencies }) => agencies.map((agency) => desk(agency, 'sharing-changed')));
    default:
      return [];
  }
}
