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

/** The superior of the one asked. The asker is never told of its own silence: then the manager hears it (R85, product-rules 7). */
function superiorOf({ holder, askedBy }: Obligation, ctx: Context): Notice['recipient'] {
  const managerIsNext = holder.post === 'coordinator' || holder.post === 'head' || holder.agency === askedBy;
  if (holder.post === 'manager') return { agency: ctx.rules.competentSection, to: 'deputy' };
  return managerIsNext ? { agency: ctx.rules.competentSection, to: 'manager' } : { agency: holder.agency, to: 'head' };
}
