import { describe, expect, it } from '@jest/globals';
import { announcementLines } from './announcement.ts';

const told = {
  url: 'http://localhost:3000',
  people: [{ name: '担当 みどり', role: '多機関協働の担当' }],
  mailPageUrl: 'http://127.0.0.1:8025',
  temporalPageUrl: 'http://127.0.0.1:8233',
  firstPageMs: 2_449,
  countedFromCommand: true,
};

describe('the announcement', () => {
  it('names the address, the people with their roles, the mails, Temporal and the time it took', () => {
    const text = announcementLines(told).join('\n');
    for (const part of [
      'http://localhost:3000',
      '担当 みどり: 多機関協働の担当',
      'http://127.0.0.1:8025',
      'http://127.0.0.1:8233',
      '最初の画面まで 2.4 秒(コマンドから)',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('names no page that is not there', () => {
    const text = announcementLines({ ...told, people: [], mailPageUrl: undefined, temporalPageUrl: undefined }).join(
      '\n',
    );
    expect(text).not.toMatch(/メール|Temporal|デモ|undefined/);
  });

  it('says when the time is not counted from the command', () => {
    expect(announcementLines({ ...told, countedFromCommand: false }).join('\n')).toContain(
      '最初の画面まで 2.4 秒(このプロセスの開始から)',
    );
  });
});
