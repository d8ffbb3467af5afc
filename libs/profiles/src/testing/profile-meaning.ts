import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { addDays } from '#libs/calendar';
import { calendarOf, officeOf, peopleOf, rulesOf, targetsOf } from '../index.ts';
import { loadProfile, overlaid } from '../load-profile.ts';

const municipalities = 'municipalities';
const defaultsOfToday = readFileSync(new URL('../../defaults.yaml', import.meta.url), 'utf8');

/**
 * What the profiles in a folder of a release (`defaults.yaml`, `municipalities/`) come to on a day, by file: what rules, letters and calendar ask of
 * them, the demo laid over. What the release's defaults do not know yet is as today's say. @throws ProfileError for one that cannot be read any more
 */
export function meaningOfProfiles(folder: string, on: string): Readonly<Record<string, unknown>> {
  const text = (...path: readonly string[]): string => readFileSync(join(folder, ...path), 'utf8');
  const defaults = stringify(overlaid(parse(defaultsOfToday), parse(text('defaults.yaml'))));
  const names = readdirSync(join(folder, municipalities));
  const codes = names.flatMap((name) => /^([a-z0-9-]+)\.yaml$/u.exec(name)?.[1] ?? []);
  return Object.fromEntries(
    codes.map((code) => {
      const base = text(municipalities, `${code}.yaml`);
      const demo = text(municipalities, `${code}.demo.yaml`);
      const profile = loadProfile({ code, defaults, base, demo });
      const calendar = calendarOf(profile, on);
      const closed = Array.from({ length: 365 }, (_, day) => addDays(on, day)).flatMap((date) => {
        const reason = calendar.closedReason(date) ?? '';
        return ['', '土曜日', '日曜日'].includes(reason) ? [] : [[date, reason]];
      });
      const { opensAtMs, closesAtMs } = calendar;
      const meaning = {
        rules: rulesOf(profile, on),
        office: officeOf(profile, on),
        people: peopleOf(profile, on),
        calendar: { closed, opensAt: new Date(opensAtMs(on)), closesAt: new Date(closesAtMs(on)) },
        targets: targetsOf(profile, Number(on.slice(0, 4))),
      };
      return [code, JSON.parse(JSON.stringify(meaning))];
    }),
  );
}
