import { bodyOf, type CaseState, type Context, type SittingState } from '#libs/domain';
import type { ItemPerson, ItemView } from '#libs/views';
import type { TextsRead } from '../../records/texts-read.ts';
import type { SittingReading } from './sitting-reading.ts';

/** By item: whom it is about, and the household of the case, where it is asked about. */
export type ItemPersons = ReadonlyMap<string, Pick<ItemView, 'persons' | 'household'>>;

/** Who an item is about: by name where it was read, otherwise only as who they are in the household. */
export const itemPersons = (persons: CaseState['persons'], names: ReadonlyMap<string, string>): readonly ItemPerson[] =>
  persons.map(({ id, role, nameText }) => ({
    id,
    label: names.get(nameText) ?? (role === 'person' ? '本人' : '世帯員'),
  }));

/** 案件 of a sitting, each with its basis and, once given, its 協議結果. */
export const itemViews = (
  state: Pick<SittingState, 'items' | 'body'>,
  reading: Pick<SittingReading, 'seesInvitation'>,
  { rules }: Pick<Context, 'rules'>,
  texts: TextsRead,
  persons: ItemPersons,
): readonly ItemView[] =>
  state.items.map(
    ({ id, disposition, caseId, caseNumber, kind, purpose, legalBasis, agencies, frozen, releasedTo = [] }) => ({
      itemId: id,
      caseId,
      caseNumber,
      kind,
      purpose,
      legalBasis,
      agencies,
      frozen,
      releasedTo: releasedTo.filter((agency) => reading.seesInvitation(agency)),
      legalBasisText:
        rules.bodies.find((body) => body.legalBasis === legalBasis)?.legalBasisText ??
        bodyOf(rules, state.body)?.legalBasisText ??
        legalBasis,
      ...(persons.get(id) ?? { persons: [], household: [] }),
      disposition: disposition && {
        ...disposition,
        ...(texts.mask(disposition.nextStepText).masked ? { result: null } : {}),
        nextStepText: texts.of(disposition.nextStepText),
        ...texts.mask(disposition.nextStepText),
      },
    }),
  );
