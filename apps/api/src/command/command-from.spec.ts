import { describe, expect, it } from '@jest/globals';
import type { Fields } from '#libs/domain';
import { commandFrom } from './command-from.ts';

const fields: Fields = {
  noteId: { kind: 'made' },
  number: { kind: 'given' },
  on: { kind: 'date', means: 'done' },
  storyText: { kind: 'text', slot: 'story', max: 100 },
  asideText: { kind: 'text', slot: 'aside', max: 100, nullable: true },
  representative: {
    kind: 'part',
    nullable: true,
    fields: { nameText: { kind: 'text', slot: 'representative-name', max: 100 } },
  },
  goals: {
    kind: 'list',
    min: 0,
    max: 9,
    fields: { id: { kind: 'made' }, text: { kind: 'text', slot: 'goal', max: 100 } },
  },
};
const body = {
  commandId: 'c',
  partVersion: 3,
  on: '2026-06-01',
  storyText: '見本の話',
  asideText: null,
  representative: { nameText: '見本 花子' },
  goals: [{ text: '家を片づける' }, { text: '通院する' }],
};
const id = expect.stringMatching(/^[\da-f]{8}-[\da-f]{4}-7/u) as unknown as string;

describe('a command out of a body', () => {
  it('holds ids of its texts, whose contents go beside it under their slots', () => {
    const { command, texts } = commandFrom({ type: 'tell', fields }, body);
    expect(texts).toEqual([
      { id, slot: 'story', content: '見本の話' },
      { id, slot: 'representative-name', content: '見本 花子' },
      { id, slot: 'goal', content: '家を片づける' },
      { id, slot: 'goal', content: '通院する' },
    ]);
    const [story, name, first, second] = texts.map((text) => text.id);
    expect(command).toEqual({
      type: 'tell',
      noteId: id,
      on: '2026-06-01',
      storyText: story,
      asideText: null,
      representative: { nameText: name },
      goals: [
        { id, text: first },
        { id, text: second },
      ],
    });
    expect(JSON.stringify(command)).not.toContain('見本');
  });

  it('gets other ids each time, and nothing for a part that is null', () => {
    const told = { type: 'tell', fields };
    const [one, other] = [commandFrom(told, body), commandFrom(told, { ...body, representative: null })];
    expect(new Set([one, other].flatMap(({ texts }) => texts.map((text) => text.id))).size).toBe(7);
    expect(other.command).toMatchObject({ representative: null });
  });

  it('leaves to the executor what the executor gives', () => {
    expect(commandFrom({ type: 'tell', fields }, { ...body, number: 'R8-001' }).command).not.toHaveProperty('number');
  });
});
