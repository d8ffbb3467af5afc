import { expect, it } from '@jest/globals';
import { isOwnSection, profileOf } from './index.ts';
import { valueOn } from './schema/sourced.ts';

it('knows the 課 of the municipality from everybody else, its own centers too', () => {
  const profile = profileOf('higashiagatsuma');
  const own = Object.entries(profile.agencies).filter(([code]) => isOwnSection(profile)(code));
  expect(own.map(([, { name }]) => valueOn(name, '2026-11-20'))).toEqual(['保健福祉課', '学校教育課']);
  expect(isOwnSection(profile)('nobody')).toBe(false);
});
