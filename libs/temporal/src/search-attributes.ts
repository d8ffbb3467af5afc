import type { Client, OperatorService } from '@temporalio/client';
import { defineSearchAttributeKey, TypedSearchAttributes } from '@temporalio/common';
import { searchAttributes, type RecordRef, type Standing } from '#libs/contracts';
import type { TemporalLog } from './temporal-settings.ts';

const municipalityKey = defineSearchAttributeKey(searchAttributes.municipality, 'KEYWORD');
const kindKey = defineSearchAttributeKey(searchAttributes.kind, 'KEYWORD');
const stageKey = defineSearchAttributeKey(searchAttributes.stage, 'KEYWORD');

// INDEXED_VALUE_TYPE_KEYWORD, INVALID_ARGUMENT and ALREADY_EXISTS of the wire
const keywordType = 2;
const invalidArgument = 3;
const alreadyExists = 6;

const everyAttribute = Object.values(searchAttributes)
  .map((name) => `${name} is null`)
  .join(' or ');

const askAgainMs = 10 * 60_000;

/** What a workflow is found by from its start on. */
export const searchedBy = ({ municipality, kind }: RecordRef, { stage }: Standing): TypedSearchAttributes =>
  new TypedSearchAttributes([
    { key: municipalityKey, value: municipality },
    { key: kindKey, value: kind },
    { key: stageKey, value: stage },
  ]);

/** Makes a namespace know the attributes; does nothing where it does. @throws when Temporal does not answer or does not allow it */
export async function registerSearchAttributes(operator: OperatorService, namespace: string): Promise<void> {
  for (const name of Object.values(searchAttributes)) {
    const known = { [name]: keywordType };
    await operator.addSearchAttributes({ namespace, searchAttributes: known }).catch((error: unknown) => {
      if (codeOf(error) !== alreadyExists) throw error;
    });
  }
}

/** Does a namespace know the attributes? Only one that does can look for them. @throws when Temporal does not answer */
export async function knowsSearchAttributes({ workflow }: Pick<Client, 'workflow'>): Promise<boolean> {
  try {
    await workflow.count(everyAttribute);
    return true;
  } catch (error) {
    if (saysUnknown(error)) return false;
    throw error;
  }
}

/** What goes into the options of a start. */
export interface Searched {
  readonly typedSearchAttributes?: TypedSearchAttributes;
}

/** Starts workflows with their search attributes for as long as Temporal knows these: a cluster that was not told must not hold anything up. */
export class SearchedStarts {
  readonly #log: TemporalLog;
  #withoutUntilMs = 0;

  constructor(log: TemporalLog) {
    this.#log = log;
  }

  /** Calls `start` with the attributes, or, where Temporal does not know them, without; says so then, and tries again ten minutes later. */
  async start<T>(attributes: TypedSearchAttributes, start: (searched: Searched) => Promise<T>): Promise<T> {
    if (Date.now() < this.#withoutUntilMs) return start({});
    try {
      return await start({ typedSearchAttributes: attributes });
    } catch (error) {
      if (!saysUnknown(error)) throw error;
      this.#withoutUntilMs = Date.now() + askAgainMs;
      this.#log.warn(
        { alarm: 'search-attributes-unknown', attributes: Object.values(searchAttributes) },
        'temporal: workflows are started without search attributes, the namespace does not know them',
      );
    }
    return start({});
  }
}

/** No server says this by a code of its own. */
function saysUnknown(error: unknown): boolean {
  const cause = error instanceof Error ? error.cause : undefined;
  return (
    codeOf(cause) === invalidArgument && /search attribute/iu.test(String((cause as { details?: unknown }).details))
  );
}

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | undefined)?.code;
