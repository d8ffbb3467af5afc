import type { Definitions } from '#libs/domain';
import type { ExecuteOrder } from './order.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/iu;

/**
 * What makes two orders the same order, as text: who, to which record and part, which command with which contents. Ids made anew for
 * every request are left out, since a repeat carries others; what it *refers to* is in the part's name. For a keyed hash only.
 */
export function whatWasOrdered({ ref, command, actor, texts = [] }: ExecuteOrder, definitions: Definitions): string {
  const definition = definitions(ref.kind);
  const contents = new Map(texts.map(({ id, slot, content }) => [id, `${slot}: ${content}`]));
  const said = JSON.stringify(command, (_key, value: unknown) =>
    typeof value === 'string' ? (contents.get(value) ?? (uuid.test(value) ? '*' : value)) : value,
  );
  return JSON.stringify([
    giver(actor),
    ref.kind,
    Object.hasOwn(definition.beginnings, command.type) ? '' : ref.id,
    definition.partOf(command) ?? '',
    said,
  ]);
}

function giver(actor: ExecuteOrder['actor']): string {
  if (actor.kind === 'person') return actor.membershipId;
  return actor.kind === 'invitee' ? actor.invitationId : actor.kind;
}
