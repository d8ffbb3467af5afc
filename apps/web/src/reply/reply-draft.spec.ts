import { describe, expect, it } from '@jest/globals';
import { draftKey, readReplyDraft } from './reply-draft.ts';

describe('the draft of a reply', () => {
  const draft = { reply: 'proxy', proxyName: '架空 代理', sequence: 2 } as const;

  it('comes back as it was kept', () => {
    expect(readReplyDraft(JSON.stringify(draft), 2)).toEqual(draft);
  });

  it('is none of a date that has been moved since', () => {
    expect(readReplyDraft(JSON.stringify(draft), 3)).toBeNull();
  });

  it('is none when something else stands in its place', () => {
    for (const content of [null, '', '{', 'null', '[]', '"x"', '{"sequence":2}'])
      expect(readReplyDraft(content, 2)).toBeNull();
    expect(readReplyDraft('{"sequence":2,"proxyName":"","reply":"nonsense"}', 2)?.reply).toBeNull();
  });

  it('is kept apart for each link, under a name that does not tell the link', () => {
    expect(draftKey('AbC-12_x')).not.toBe(draftKey('AbC-12_y'));
    expect(draftKey('AbC-12_x')).not.toContain('AbC');
  });
});
