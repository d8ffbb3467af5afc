import type { Actor } from '#libs/domain';
import { nameOf, type Colleague } from './people.ts';

/** An event of the log, as persistence reads it. */
export interface LoggedEvent {
  readonly seq: number;
  /** Epoch ms of the rules' now. */
  readonly atMs: number;
  readonly type: string;
  readonly payload: Readonly<Record<string, unknown>>;
  readonly actor: Actor;
}

type Param = string | number | boolean | null;

export interface HistoryEntry {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly type: string;
  readonly actorName: string | null;
  readonly actorAgency: string | null;
  readonly actorKind: Actor['kind'];
  readonly on: string | null;
  readonly params: Readonly<Record<string, Param>>;
}

/** What happened, newest last. Codes, dates and ids only: what is written about people is not in the log. */
export function historyView(events: readonly LoggedEvent[], people: readonly Colleague[]): readonly HistoryEntry[] {
  const kinds = new Map<string, string>();
  return events.map(({ seq, atMs, type, payload, actor }) => {
    const params = paramsOf(payload);
    const { key, kind } = params;
    if (typeof key === 'string' && typeof kind === 'string') kinds.set(key, kind);
    const known = typeof key === 'string' ? kinds.get(key) : undefined;
    return {
      seq,
      at: new Date(atMs).toISOString(),
      type,
      actorName: actor.kind === 'person' ? nameOf(people, actor.membershipId) : null,
      actorAgency: 'agency' in actor ? actor.agency : null,
      actorKind: actor.kind,
      on: typeof params['on'] === 'string' ? params['on'] : null,
      params: known === undefined ? params : { ...params, kind: known },
    };
  });
}

const notTold = new Set(['type', 'v', 'id', 'municipality']);
const isText = (name: string): boolean => name === 'text' || name.endsWith('Text');
const isParam = (value: unknown): value is Param =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

/** The plain values of an event; of the obligation it opens, what it is, whose and until when. */
function paramsOf(payload: Readonly<Record<string, unknown>>): Readonly<Record<string, Param>> {
  const plain = Object.entries(payload).filter(
    (entry): entry is [string, Param] => !notTold.has(entry[0]) && !isText(entry[0]) && isParam(entry[1]),
  );
  return { ...Object.fromEntries(plain), ...obligationParams(payload['obligation']) };
}

function obligationParams(obligation: unknown): Readonly<Record<string, Param>> {
  if (typeof obligation !== 'object' || obligation === null) return {};
  const { key, kind, dueOn, holder } = obligation as Record<string, unknown>;
  const agency = typeof holder === 'object' && holder !== null && 'agency' in holder ? holder.agency : undefined;
  return Object.fromEntries(
    Object.entries({ key, kind, dueOn, agency }).filter((entry): entry is [string, Param] => isParam(entry[1])),
  );
}
