import type { ProfileView } from '#libs/views';
import { fullDate } from '../messages/dates.ts';
import { t } from '../messages/translate.ts';

type Body = ProfileView['bodies'][number];

/** What the secretariat has to know of the 根拠規定 of a body on a day: that it may not be used then, or that nobody has confirmed whether it may. */
export function basisNote({ basisPeriods, legalBasisText }: Body, on: string): string | null {
  const holds = basisPeriods.findLast(({ from }) => from === null || from <= on);
  if (holds === undefined || (holds.usable && holds.verified)) return null;
  const status = t(`programmeStatus.${holds.programmeStatus}`);
  const said = { basis: legalBasisText, status, on: fullDate(on) };
  if (holds.verified) return t('basis.notUsable', said);
  return t(holds.usable ? 'basis.unverified' : 'basis.doubtful', said);
}

/** The same for each stretch of time from today on, where a day is still to be chosen. */
export function basisNotes(body: Body, today: string): readonly string[] {
  const days = [today, ...body.basisPeriods.flatMap(({ from }) => (from !== null && from > today ? [from] : []))];
  return [...new Set(days.flatMap((on) => basisNote(body, on) ?? []))];
}
