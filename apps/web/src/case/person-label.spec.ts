import { describe, expect, it } from '@jest/globals';
import { personLabel, relationLabel } from './person-label.ts';

describe('the label of somebody of the household', () => {
  it('is the name with what they are to each other', () => {
    const son = { role: 'householdMember', relation: 'child', name: '見本 直樹', age: 54 } as const;
    expect(personLabel(son)).toBe('見本 直樹(子、54歳)');
    expect(personLabel({ role: 'person', relation: 'self', name: '見本 千代', age: null })).toBe('見本 千代(本人)');
  });

  it('[R65] says only that there is somebody to whoever may read nothing of them', () => {
    const masked = { relation: null, name: null, age: null } as const;
    expect(personLabel({ role: 'person', ...masked })).toBe('本人');
    expect(personLabel({ role: 'householdMember', ...masked })).toBe('世帯員');
    expect(relationLabel({ role: 'householdMember', relation: null })).toBe('世帯員');
  });
});
