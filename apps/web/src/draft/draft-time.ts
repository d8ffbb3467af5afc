import { shortDate } from '../messages/dates.ts';

const format = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo', dateStyle: 'short', timeStyle: 'short' });

/** When a draft was saved, in the office's time. @param ms epoch ms */
export function draftTime(ms: number): string {
  const [day = '', time = ''] = format.format(ms).split(' ');
  return `${shortDate(day)} ${time}`;
}
