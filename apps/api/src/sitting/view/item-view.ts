import { bodyOf, type AgendaItem, type Context, type Disposition, type SittingState } from '#libs/domain';
import type { TextsRead } from '../../records/texts-read.ts';

/** Who an item is about: a name for those who may read it, otherwise 本人 or 世帯員. */
export interface ItemPerson {
  readonly id: string;
  readonly label: string;
}

export type ItemPersons = ReadonlyMap<string, readonly ItemPerson[]>;

export interface ItemView extends Pick<
  AgendaItem,
  'caseId' | 'caseNumber' | 'kind' | 'purpose' | 'legalBasis' | 'agencies' | 'frozen'
> {
  readonly itemId: string;
  /** As printed: 社会福祉法106条の6, or the municipality's 要綱. */
  readonly legalBasisText: string;
  readonly persons: readonly ItemPerson[];
  readonly disposition:
    | (Omit<Disposition, 'nextStepText' | 'result'> & {
        readonly result: Disposition['result'] | null;
        readonly nextStepText: string | null;
        readonly masked?: true;
      })
    | null;
}

/** 案件 of a sitting, each with its basis and, once given, its 協議結果. */
export const itemViews = (
  state: Pick<SittingState, 'items' | 'body'>,
  { rules }: Pick<Context, 'rules'>,
  texts: TextsRead,
  persons: ItemPersons,
): readonly ItemView[] =>
  state.items.map(({ id, disposition, caseId, caseNumber, kind, purpose, legalBasis, agencies, frozen }) => ({
    itemId: id,
    caseId,
    caseNumber,
    kind,
    purpose,
    legalBasis,
    agencies,
    frozen,
    legalBasisText:
      rules.bodies.find((body) => body.legalBasis === legalBasis)?.legalBasisText ??
      bodyOf(rules, state.body)?.legalBasisText ??
      legalBasis,
    persons: persons.get(id) ?? [],
    disposition: disposition && {
      ...disposition,
      ...(texts.mask(disposition.nextStepText).masked ? { result: null } : {}),
      nextStepText: texts.of(disposition.nextStepText),
      ...texts.mask(disposition.nextStepText),
    },
  }));
