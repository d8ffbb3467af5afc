import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import ICAL from 'ical.js';
import { noticeKinds } from '#libs/domain';
import { composeMail } from './compose-mail.ts';
import type { InvitationLetter } from './letter.ts';
import { makeInvitation, makeLetter } from './testing/make-letter.ts';

const here = import.meta.dirname;

/** The calendar part as a process in another zone writes it: the zone of this one is fixed at its start. */
function writtenIn(zone: string): string {
  const program = `
    import { invitationCalendar } from ${JSON.stringify(join(here, 'invitation-calendar.ts'))};
    import { makeInvitation } from ${JSON.stringify(join(here, 'testing/make-letter.ts'))};
    process.stdout.write(new Date(2026, 11, 3).getTimezoneOffset() + '|' + invitationCalendar(makeInvitation(), '').content);`;
  const flags = ['--conditions=tsunagi:source', '--input-type=module', '--eval', program];
  return execFileSync(process.execPath, flags, { encoding: 'utf8', cwd: here, env: { TZ: zone } });
}

function entryOf(letter: InvitationLetter): {
  method: unknown;
  zone: ICAL.Component;
  event: ICAL.Component;
  raw: string;
} {
  const raw = composeMail(letter, 'ja').calendar!.content;
  const calendar = new ICAL.Component(ICAL.parse(raw) as unknown[]);
  return {
    method: calendar.getFirstPropertyValue('method'),
    zone: calendar.getFirstSubcomponent('vtimezone')!,
    event: calendar.getFirstSubcomponent('vevent')!,
    raw,
  };
}

describe('invitationCalendar', () => {
  it.each([
    ['UTC', 0],
    ['America/New_York', 300],
    ['Asia/Tokyo', -540],
  ])('writes 13:30 of Tokyo with its zone and a DTSTAMP in UTC when the process runs in %s', (zone, offset) => {
    const [processOffset, raw = ''] = writtenIn(zone).split('|');
    expect(processOffset).toBe(String(offset));
    expect(raw).toContain('DTSTART;TZID=Asia/Tokyo:20261203T133000\r\n');
    expect(raw).toContain('DTEND;TZID=Asia/Tokyo:20261203T150000\r\n');
    expect(raw).toContain('DTSTAMP:20261120T010203Z\r\n');
  });

  it('brings the definition of its zone along, from which 13:30 is 04:30 UTC', () => {
    const { event, zone } = entryOf(makeInvitation());
    expect(zone.getFirstPropertyValue('tzid')).toBe('Asia/Tokyo');
    const start = event.getFirstPropertyValue('dtstart') as ICAL.Time;
    start.zone = new ICAL.Timezone(zone);
    expect(start.toUnixTime()).toBe(Date.UTC(2026, 11, 3, 4, 30) / 1000);
  });

  it('[R62] has a neutral title, the place and the reply link, and is private', () => {
    const { method, event } = entryOf(makeInvitation());
    expect(method).toBe('REQUEST');
    expect(event.getFirstPropertyValue('summary')).toBe('支援会議 第3回');
    expect(event.getFirstPropertyValue('location')).toBe('役場 2階 第1会議室');
    expect(event.getFirstPropertyValue('description')).toBe('出欠を回答する\nhttps://tsunagi.example.jp/o/r/dG9rZW4');
    expect(event.getFirstPropertyValue('url')).toBe('https://tsunagi.example.jp/o/r/dG9rZW4');
    expect(event.getFirstPropertyValue('class')).toBe('PRIVATE');
  });

  it('[R63] names the head as the only attendee and the office mailbox as organiser', () => {
    const { event } = entryOf(makeInvitation());
    const attendees = event.getAllProperties('attendee');
    expect(attendees.map((attendee) => String(attendee.getFirstValue()).toLowerCase())).toEqual([
      'mailto:houkatsu-head@example.jp',
    ]);
    expect(attendees[0]!.getFirstParameter('cn')).toBe('地域包括支援センター センター長');
    expect(String(event.getFirstPropertyValue('organizer')).toLowerCase()).toBe('mailto:tsunagi@example.jp');
  });

  it('moves and cancels the same entry by a higher SEQUENCE', () => {
    const first = entryOf(makeInvitation()).event;
    const moved = entryOf(makeInvitation({ kind: 'invitation-moved', sequence: 1 }));
    const cancelled = entryOf(makeInvitation({ kind: 'invitation-cancelled', sequence: 2 }));
    expect([moved, cancelled].map(({ event }) => event.getFirstPropertyValue('uid'))).toEqual([
      first.getFirstPropertyValue('uid'),
      first.getFirstPropertyValue('uid'),
    ]);
    expect([first, moved.event, cancelled.event].map((event) => event.getFirstPropertyValue('sequence'))).toEqual([
      0, 1, 2,
    ]);
    expect([moved.method, moved.event.getFirstPropertyValue('status')]).toEqual(['REQUEST', 'CONFIRMED']);
    expect([cancelled.method, cancelled.event.getFirstPropertyValue('status')]).toEqual(['CANCEL', 'CANCELLED']);
  });

  it('goes with invitations, their changes and cancellations, and with no other notice', () => {
    const withCalendar = noticeKinds.filter((kind) => composeMail(makeLetter(kind), 'ja').calendar);
    expect(withCalendar).toEqual(['invitation', 'invitation-moved', 'invitation-cancelled']);
  });

  it('ends with CRLF and has no other line break', () => {
    const { raw } = entryOf(makeInvitation());
    expect(raw.endsWith('END:VCALENDAR\r\n')).toBe(true);
    expect(raw.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/u);
  });

  it('keeps every line within 75 octets and escapes what would break the format', () => {
    const letter = makeInvitation();
    const place = '役場, 本庁舎; 2階 '.repeat(8).trim();
    const { event, raw } = entryOf({ ...letter, sitting: { ...letter.sitting, place } });
    expect(Math.max(...raw.split('\r\n').map((line) => Buffer.byteLength(line)))).toBeLessThanOrEqual(75);
    expect(event.getFirstPropertyValue('location')).toBe(place);
  });
});
