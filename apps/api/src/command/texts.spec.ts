import { describe, expect, it } from '@jest/globals';
import { plainToInstance } from 'class-transformer';
import { Text } from '../shape/text.ts';
import { Texts } from './texts.ts';

class NoteDto {
  @Text({ slot: 'note', max: 100 })
  readonly text!: string;

  @Text({ slot: 'aside', max: 100, nullable: true })
  readonly asideText!: string | null;

  readonly plain!: string;
}

describe('texts of a body', () => {
  it('leave their contents beside the command and their ids in it', () => {
    const texts = new Texts();
    const dto = plainToInstance(NoteDto, { text: '見本の話', asideText: null, plain: 'x' });
    const id = texts.take(dto, 'text');
    expect(texts.take(dto, 'asideText')).toBeNull();
    expect(id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7/u);
    expect(texts.taken).toEqual([{ id, slot: 'note', content: '見本の話' }]);
  });

  it('are only those that were declared: a plain field is a mistake', () => {
    expect(() => new Texts().take(plainToInstance(NoteDto, { plain: 'x' }), 'plain')).toThrow(
      'NoteDto.plain is no @Text',
    );
  });
});
