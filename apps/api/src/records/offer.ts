import type { Action, AccessDecision } from '#libs/access';
import type { Offered, OfferedCommand, Refusal } from '#libs/domain';
import type { Offer } from '#libs/views';
import type { Refusals } from '../problem/refusals.ts';

/** May this viewer give that command to this record? */
export type MayGive = (command: Action) => AccessDecision;

/** What is said when there is nothing that a command could be about: a person wants to do something with what is there. */
const aboutNothing: ReadonlySet<string> = new Set([
  'follow-up.missing',
  'handoff.missing',
  'item.missing',
  'person.missing',
  'reply.invitation-missing',
  'role.missing',
  'task.missing',
  'withdrawal.missing',
]);

/** First who may, then whether it is possible now: nobody is told the state of what is not theirs to do. */
export function offerOf(
  offered: readonly Offered<OfferedCommand>[],
  mayGive: MayGive,
  refusals: Refusals,
  told: (refusal: Refusal) => Refusal = (refusal) => refusal,
): Offer {
  const judged = offered.map(({ command, refusal }) => {
    const access = mayGive(command);
    return { command, refusal: access.allowed ? refusal && told(refusal) : { code: access.code } };
  });
  return {
    allowed: judged.filter(({ refusal }) => !refusal).map(({ command }) => command),
    notAllowed: judged.flatMap(({ command, refusal }) =>
      refusal && !aboutNothing.has(refusal.code)
        ? [{ command, code: refusal.code, detail: refusals.sentence(refusal) }]
        : [],
    ),
  };
}
