import type { Context } from './context.ts';
import type { KeptState } from './keeping.ts';
import type { Notice } from './notice.ts';
import type { Holder, Obligation } from './obligation.ts';
import type { RecordEvent } from './record-events.ts';

type StepTaken = Extract<RecordEvent, { type: 'obligation-step-taken' }>;
type Word = Omit<Notice, 'key'>;

/** What a ladder step says and to whom: 再度のお願い to the holder, 所属長への連絡 to the superior; expiry and start are told by what follows. */
export function stepNotices(event: StepTaken, before: KeptState, ctx: Context): readonly Word[] {
  const obligation = before.obligations[event.key];
  if (!obligation) return [];
  if (event.step === 'reminder')
    return [{ kind: 'reminder', recipient: holderOf(obligation.holder), obligationKind: obligation.kind }];
  return event.step === 'escalation'
    ? [{ kind: 'escalation', recipient: superiorOf(obligation, ctx), obligationKind: obligation.kind }]
    : [];
}

function holderOf(holder: Holder): Notice['recipient'] {
  switch (holder.post) {
    case 'coordinator':
    case 'manager':
    case 'head':
      return { agency: holder.agency, to: holder.post };
    default:
      return { agency: holder.agency, to: 'desk' };
  }
}

/** Whom the record asked: an invitation goes to the head of the body. */
const askedOf = ({ kind, holder }: Obligation): Notice['recipient'] =>
  kind === 'reply' ? { agency: holder.agency, to: 'head' } : holderOf(holder);

/**
 * 所属長への連絡: the next above the one who was asked, never the same person. The 課長 is head and manager of the section in one; above
 * the manager there is nobody but the deputy, who decides in the manager's place while the manager is away. The asker is never told of its own silence (R85, product-rules 7).
 */
function superiorOf(obligation: Obligation, ctx: Context): Notice['recipient'] {
  const { competentSection: agency } = ctx.rules;
  const asked = askedOf(obligation);
  const isManager = asked.to === 'manager' || (asked.agency === agency && asked.to === 'head');
  if (isManager) return { agency, to: 'deputy' };
  const managerIsNext = asked.to !== 'desk' || obligation.holder.agency === obligation.askedBy;
  return managerIsNext ? { agency, to: 'manager' } : { agency: obligation.holder.agency, to: 'head' };
}
