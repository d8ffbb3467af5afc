import ical, {
  ICalAttendeeRole,
  ICalAttendeeStatus,
  ICalCalendarMethod,
  ICalEventClass,
  ICalEventStatus,
} from 'ical-generator';
import { DateTime } from 'luxon';
import type { InvitationLetter } from './letter.ts';
import type { CalendarPart } from './mail.ts';

const zone = 'Asia/Tokyo';

// Without summer time since 1952, so one rule tells it all.
const tokyoZone = [
  'BEGIN:VTIMEZONE',
  `TZID:${zone}`,
  'BEGIN:STANDARD',
  'DTSTART:19520101T000000',
  'TZOFFSETFROM:+0900',
  'TZOFFSETTO:+0900',
  'TZNAME:JST',
  'END:STANDARD',
  'END:VTIMEZONE',
].join('\r\n');

/**
 * The calendar entry of an invitation (RFC 5545, 5546): neutral title, place and reply link, private, nothing of a case (R62).
 * The UID is the invitation's id, so that a later SEQUENCE moves or cancels the same entry.
 */
export function invitationCalendar(letter: InvitationLetter, description: string): CalendarPart {
  const { sitting, to, office } = letter;
  const cancelled = letter.kind === 'invitation-cancelled';
  const calendar = ical({
    method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST,
    prodId: { company: 'tsunagi', product: 'tsunagi', language: 'JA' },
    // The zone belongs to the event: one on the calendar would make DTSTAMP local, which RFC 5545 forbids.
    timezone: { name: null, generator: (name) => (name === zone ? tokyoZone : null) },
  });
  calendar.createEvent({
    id: letter.invitationId,
    sequence: letter.sequence,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    class: ICalEventClass.PRIVATE,
    stamp: DateTime.fromMillis(letter.decidedAtMs, { zone: 'utc' }),
    // Luxon in the zone itself: a Date would be written in the zone of the process.
    start: inTokyo(sitting.heldOn, sitting.startsAt),
    end: inTokyo(sitting.heldOn, sitting.endsAt),
    timezone: zone,
    summary: `${sitting.bodyName} 第${sitting.ordinal}回`,
    location: sitting.place,
    description,
    url: letter.link,
    organizer: { name: office.mailbox.name, email: office.mailbox.email },
    attendees: [
      // RSVP false: the answer is taken at the link, where 代理出席 and 書面意見 can be said.
      {
        name: to.name,
        email: to.email,
        role: ICalAttendeeRole.REQ,
        status: ICalAttendeeStatus.NEEDSACTION,
        rsvp: false,
      },
    ],
  });
  return { method: cancelled ? 'CANCEL' : 'REQUEST', content: ended(calendar.toString()) };
}

/** Each line ends with CRLF, the last one too (RFC 5545 3.1). */
const ended = (content: string): string => `${content.replace(/(?:\r\n)*$/u, '')}\r\n`;

function inTokyo(on: string, clock: string): DateTime {
  const at = DateTime.fromISO(`${on}T${clock}`, { zone });
  if (!at.isValid) throw new RangeError(`no date and time: ${on} ${clock}`);
  return at;
}
