import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { ApiProblem, ApiUnreachable } from '../api/problem.ts';
import { readDraft, sameValues } from './draft-content.ts';
import { placeOfForm, placeOfPage, wayToDraft } from './draft-place.ts';
import { Drafts, type DraftBody } from './drafts.ts';

const draft = (content: string): DraftBody => ({ title: '連絡の約束を変える', content });
const refusal = (status: number): ApiProblem =>
  new ApiProblem({ type: 'about:blank', title: '', status, code: 'x', detail: '' });

/** A server in memory, which can be away or slow. */
class Server {
  readonly kept = new Map<string, string>();
  readonly puts: string[] = [];
  fails: Error | undefined;
  held: (() => void)[] | undefined;

  readonly drafts = new Drafts('m1', {
    read: async (place) => Promise.resolve({ content: this.kept.get(place) ?? null, savedAtMs: null }),
    put: async (place, { content }) => {
      this.puts.push(content);
      await this.#answer();
      this.kept.set(place, content);
    },
    remove: async (place) => {
      await this.#answer();
      this.kept.delete(place);
    },
  });

  async #answer(): Promise<void> {
    if (this.fails) throw this.fails;
    const { held } = this;
    if (held)
      await new Promise<void>((resolve) => {
        held.push(resolve);
      });
  }
}

let server: Server;
beforeEach(() => {
  jest.useFakeTimers();
  server = new Server();
});
afterEach(() => {
  jest.useRealTimers();
});

describe('what is typed and not sent', () => {
  it('goes to the server a moment after the last key, the newest alone', async () => {
    for (const text of ['a', 'ab', 'abc']) server.drafts.keep('p', draft(text));
    expect(server.drafts.stateOf('p')).toBe('unsaved');
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.puts).toEqual(['abc']);
    expect(server.drafts.stateOf('p')).toBe('saved');
  });

  it('is sent again while the server is away, and read from here as long as it is not there', async () => {
    server.kept.set('p', 'old');
    server.fails = new ApiUnreachable('cut');
    server.drafts.keep('p', draft('new'));
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.drafts.stateOf('p')).toBe('failing');
    expect((await server.drafts.read('p')).content).toBe('new');
    server.fails = undefined;
    await jest.advanceTimersByTimeAsync(6_000);
    expect([server.drafts.stateOf('p'), server.kept.get('p')]).toEqual(['saved', 'new']);
  });

  it('waits for the next sign-in when the session has ended', async () => {
    server.fails = refusal(401);
    server.drafts.keep('p', draft('new'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([server.puts.length, server.drafts.stateOf('p')]).toEqual([1, 'failing']);
    server.fails = undefined;
    await server.drafts.flush();
    expect(server.kept.get('p')).toBe('new');
  });

  it('says so when it is not accepted, and is not sent over and over', async () => {
    server.fails = refusal(400);
    server.drafts.keep('p', draft('long'));
    await jest.advanceTimersByTimeAsync(60_000);
    expect([server.puts.length, server.drafts.stateOf('p')]).toEqual([1, 'refused']);
  });

  it('is gone when it was sent while it was still being saved', async () => {
    server.held = [];
    server.drafts.keep('p', draft('text'));
    await jest.advanceTimersByTimeAsync(1_000);
    server.drafts.remove('p');
    expect((await server.drafts.read('p')).content).toBeNull();
    const held = server.held;
    server.held = undefined;
    for (const answer of held) answer();
    await jest.advanceTimersByTimeAsync(1_000);
    expect(server.kept.has('p')).toBe(false);
    expect(server.drafts.stateOf('p')).toBe('saved');
  });
});

describe('a draft as it is kept', () => {
  const initial = { storyText: '', persons: [{ nameText: '' }], urgent: false };

  it('gives back what the form still asks, and the version that was seen', () => {
    const content = JSON.stringify({
      values: { storyText: 'あ', gone: 'い' },
      version: 3,
      sent: { id: 'c1', text: 't' },
    });
    expect(readDraft(content, initial)).toEqual({
      values: { ...initial, storyText: 'あ' },
      version: 3,
      sent: { id: 'c1', text: 't' },
    });
  });

  it('is nothing when there is none, or it is not ours', () => {
    for (const content of [null, '', '[', '7', '{"values":null}']) expect(readDraft(content, initial)).toBeUndefined();
  });

  it('knows when nothing was typed, in rows too', () => {
    expect(sameValues(initial, structuredClone(initial))).toBe(true);
    expect(sameValues(initial, { ...initial, later: '' })).toBe(true);
    expect(sameValues(initial, { ...initial, persons: [{ nameText: 'あ' }] })).toBe(false);
    expect(sameValues(initial, { ...initial, persons: [{ nameText: '' }, { nameText: '' }] })).toBe(false);
    expect(sameValues(initial, { ...initial, urgent: true })).toBe(false);
  });
});

describe('the place of a draft', () => {
  it('leads back into the very form', () => {
    const ways = {
      [placeOfForm('/api/cases/0a-1', 'record-consent', 'p-2')]: '/cases/0a-1?do=record-consent&target=p-2',
      [placeOfForm('/api/sittings/0a-1', 'call-sitting', null)]: '/sittings/0a-1?do=call-sitting',
      [placeOfPage('/cases/new')]: '/cases/new',
      [placeOfPage('/cases/advice')]: '/cases/advice',
      [placeOfPage('/sittings/new', 'planMeeting', '0a-1')]: '/sittings/new?case=0a-1&kind=planMeeting',
      [placeOfPage('/sittings/new', 'planMeeting')]: '/sittings/new?kind=planMeeting',
    };
    for (const [place, way] of Object.entries(ways)) expect([place, wayToDraft(place)]).toEqual([place, way]);
    for (const place of ['', 'cases', 'cases.0a-1', 'sittings.new', 'elsewhere.0a-1.form'])
      expect(wayToDraft(place)).toBeUndefined();
  });

  it('holds ids and codes, whatever stood in the address', () => {
    expect(placeOfForm('/api/cases/0a-1', 'record-consent', '長男 ../x')).toBe('cases.0a-1.record-consent.------x');
  });
});
