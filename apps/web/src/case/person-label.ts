import type { PersonView } from '#libs/views';
import { t } from '../messages/translate.ts';

/** 続柄, or that somebody belongs to the household where it is not for the viewer to know how. */
export const relationLabel = ({ role, relation }: Pick<PersonView, 'role' | 'relation'>): string =>
  relation === null ? t(`personRole.${role}`) : t(`relation.${relation}`);

/** '見本 直樹(子、54歳)'; without the name where the viewer is not entitled to it. */
export function personLabel(person: Pick<PersonView, 'name' | 'role' | 'relation' | 'age'>): string {
  const relation = person.role === 'person' ? t('personRole.person') : relationLabel(person);
  const details = [relation, person.age === null ? '' : t('person.age', { age: person.age })]
    .filter((text) => text !== '')
    .join('、');
  return person.name === null ? details : `${person.name}(${details})`;
}
