import type { Actor } from './actor.ts';

/** Who decided: the manager, or in the manager's place the deputy (代決・職務代理). */
export type Decider = 'manager' | 'deputy';

/** A deputy without the manager's post decides in the manager's place. */
export const deciderOf = (actor: Actor): Decider =>
  actor.kind === 'person' && actor.posts.includes('manager') ? 'manager' : 'deputy';

/** What an event keeps of it: only that a deputy decided, as the record has to say so. */
export const byDeputy = (actor: Actor): { readonly decider?: 'deputy' } =>
  actor.kind === 'person' && actor.posts.includes('deputy') && deciderOf(actor) === 'deputy'
    ? { decider: 'deputy' }
    : {};
