import type { RecordView, ProfileView } from '#libs/views';
import type { TellingWay } from '#libs/domain';
import type { Asking } from '../command/asking.ts';
import { callee, whatToSay } from './call-words.ts';

interface OnCall {
  readonly view: Pick<RecordView, 'calls'> & { readonly name?: string };
  readonly profile: ProfileView;
  readonly target: string | null;
}

/** 伝えたことを記録する: the call of the address, or the first; only how it was said is asked. */
export function finishCall({ view, profile, target }: OnCall): Asking<{
  readonly callId: string;
  readonly how: TellingWay;
}> | null {
  const own = view.calls.filter(({ noticeKind }) => noticeKind !== 'invitation' && noticeKind !== 'invitation-moved');
  const call = target === null ? own[0] : own.find(({ id }) => id === target);
  if (call === undefined) return null;
  return {
    known: { callId: call.id },
    about: `${callee(call, profile)}\n${whatToSay(call, view.name ?? null, profile)}`,
    ask: { how: { as: 'radio' } },
  };
}
