import type { PersonView } from '../api/case-view.ts';
import { t } from '../messages/translate.ts';

/** '見本 直樹(子、54歳)'; without the name where the viewer is not entitled to it. */
export function personLabel(person: Pick<PersonView, 'name' | 'role' | 'relation' | 'age'>): string {
  const relation = person.role === 'person' ? t('personRole.person') : t(`relation.${person.relation}`);
  const details = [
    relation,
    person.age === null || person.age === undefined ? '' : t('person.age', { age: person.age }),
  ]
    .filter((text) => text !== '')
    .join('、');
  return person.name === null ? details : `${person.name}(${details})`;
}
