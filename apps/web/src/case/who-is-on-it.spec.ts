import { describe, expect, it } from '@jest/globals';
import type { CaseView } from '#libs/views';
import { mainLineText, trackText } from './who-is-on-it.ts';

type Track = CaseView['persons'][number]['track'];
/** A case of which these persons and this state of 支援会議での検討 are told. */
const told = (tracks: readonly Track[], state: CaseView['track']['state']): Pick<CaseView, 'persons' | 'track'> => ({
  persons: tracks.map((track) => ({ track, name: '架空 花子', role: 'person' })) as unknown as CaseView['persons'],
  track: { state, nextReviewOn: null, candidacies: 0, reviews: 0, outreach: null },
});

describe('who is on the stages and on 支援会議での検討', () => {
  it('[R65] is not said to be nobody to who may not know it', () => {
    expect(mainLineText(told([null, null], null))).toBe('あなたの機関が見られる人はいません');
    expect(mainLineText(told(['main', null], null))).toBe('架空 花子');
    expect(trackText(told([null], null))).toBe('あなたの機関が見られる検討はありません');
  });

  it('is nobody where everything is told', () => {
    expect(mainLineText(told(['none'], 'none'))).toBe('いない');
    expect(trackText(told(['none'], 'none'))).toBe('いない');
    expect(trackText(told(['none'], 'candidate'))).toBe('候補');
    expect(trackText(told(['supportMeeting'], 'reviewing'))).toContain('架空 花子(');
  });
});
