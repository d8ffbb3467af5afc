import type { AnyCaseCommand } from './case/case-registry.ts';
import type { Actor } from './record/actor.ts';
import type { AnySittingCommand } from './sitting/sitting-registry.ts';

type Order = AnyCaseCommand | AnySittingCommand;
type Ordered<Type extends Order['type']> = Extract<Order, { readonly type: Type }>;
type Item = Omit<Ordered<'add-item'>, 'type'>;

interface Known {
  readonly actor: Actor;
  /** The items that stand on the sitting now. */
  readonly items: readonly { readonly caseId: string; readonly caseNumber: string }[];
}

const withNumber = ({ itemId, caseId, ...rest }: Item, { items }: Known): object => {
  const caseNumber = items.find((item) => item.caseId === caseId)?.caseNumber;
  return { itemId, caseId, caseNumber, ...rest };
};

/** In 0.1.0 numbers and the door of a reply were fields of the command, in this order. */
const forms = {
  'open-case': ({ type, caseNumber: _, ...rest }) => ({ type, caseNumber: '', ...rest }),
  'record-advice-only': ({ type, caseNumber: _, ...rest }) => ({ type, caseNumber: '', ...rest }),
  'open-sitting': ({ type, body, item, ...rest }, known) => ({
    type,
    body,
    ordinal: 0,
    ...rest,
    item: item && withNumber(item, known),
  }),
  'add-item': ({ type, ...item }, known) => ({ type, item: withNumber(item, known) }),
  'answer-invitation': (said, { actor }) => ({ ...said, via: actor.kind === 'invitee' ? 'link' : 'office' }),
} satisfies { readonly [Type in Order['type']]?: (said: Ordered<Type>, known: Known) => object };

/**
 * A command in the form in which the release before counted what was ordered: by that a repeat is known that comes after the upgrade.
 * Nothing for commands that are counted as they were. May go when no `command_log` holds rows of 0.1.0 any more.
 */
export function orderedBefore(
  command: { readonly type: string },
  actor: Actor,
  state: object | undefined,
): { readonly type: string } | undefined {
  const form = (forms as Readonly<Record<string, ((said: never, known: Known) => { type: string }) | undefined>>)[
    command.type
  ];
  const { items = [] } = (state ?? {}) as Partial<Pick<Known, 'items'>>;
  return form?.(command as never, { actor, items });
}
