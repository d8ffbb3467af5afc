import type { IsoDate } from '#libs/calendar';
import type { AgencyRules, BodyRules, MunicipalityRules } from '#libs/domain';
import { basisPeriodsOf } from './basis-periods.ts';
import type { Profile } from './load-profile.ts';
import type { BodyContent } from './schema/profile-shape.ts';
import { valueIfKnown, valueOn } from './schema/sourced.ts';
import { oncePerPeriod } from './value-periods.ts';

/**
 * What the domain needs of the profile, as it holds on that day (Asia/Tokyo). The same day gives the same value, so it may be asked for every command.
 * Before the profile's first day its first values hold: nothing older is known.
 */
export const rulesOf: (profile: Profile, on: IsoDate) => MunicipalityRules = oncePerPeriod((profile, on) => ({
  municipality: profile.code,
  municipalityName: valueOn(profile.municipality.name, on),
  competentSection: valueOn(profile.coordination.competentSection, on),
  coordinatingBody: valueOn(profile.coordination.coordinatingBody, on),
  agencies: Object.entries(profile.agencies)
    .filter(holdsOn(on))
    .map(([code, agency]): AgencyRules => ({
      code,
      name: valueOn(agency.name, on),
      kind: valueOn(agency.kind, on),
      channel: valueOn(agency.channel, on),
      headTitle: valueOn(agency.headTitle, on),
    })),
  bodies: Object.entries(profile.bodies).flatMap(([code, body]) => caseMeeting(profile, code, body, on) ?? []),
  handoffBases: Object.entries(profile.legalBases)
    .filter(
      ([code, { inUse, consentRule }]) =>
        valueOn(inUse, on) &&
        ['notRequired', 'perGround'].includes(valueIfKnown(consentRule, on) ?? 'required') &&
        !Object.values(profile.bodies).some(({ legalBasis }) => legalBasis && valueOn(legalBasis, on) === code),
    )
    .map(([code, { printedAs }]) => ({ code, name: valueOn(printedAs, on) })),
  intakePoints: Object.entries(profile.intakePoints)
    .filter(holdsOn(on))
    .map(([code, point]) => ({ code, name: valueOn(point.name, on), agency: valueOn(point.agency, on) })),
  deadlines: Object.fromEntries(
    Object.entries(profile.deadlines).map(([kind, rule]) => [kind, valueOn(rule, on)]),
  ) as MunicipalityRules['deadlines'],
  declinesBeforeMeeting: valueOn(profile.periods.declinesBeforeMeeting, on),
  monitoringEveryMonths: valueOn(profile.periods.monitoringEveryMonths, on),
  evaluationEveryMonths: valueOn(profile.periods.evaluationEveryMonths, on),
  planMaxMonths: valueOn(profile.periods.planMaxMonths, on),
  followUpDays: valueOn(profile.periods.followUpDays, on),
  replyOpenDaysBefore: valueOn(profile.periods.replyOpenDaysBefore, on),
  standardLeadOpenDays: valueOn(profile.periods.standardLeadOpenDays, on),
  oneReminderKinds: valueOn(profile.periods.oneReminderKinds, on),
}));

interface Dated {
  readonly validFrom: IsoDate | undefined;
  readonly validUntil: IsoDate | undefined;
}

const holdsOn =
  (on: IsoDate) =>
  ([, { validFrom, validUntil }]: readonly [string, Dated]): boolean =>
    (validFrom ?? on) <= on && on <= (validUntil ?? on);

/** A body as the domain knows it, when it decides about cases; the other meetings stay outside. An unknown list of required agencies asks for nobody. */
function caseMeeting(profile: Profile, code: string, body: BodyContent, on: IsoDate): BodyRules | undefined {
  const kind = valueOn(body.kind, on);
  const { legalBasis, legalBasisText, convener, noticeOpenDays, requiredAgencies } = body;
  if (kind !== 'supportMeeting' && kind !== 'planMeeting') return undefined;
  if (!legalBasis || !legalBasisText || !convener || !noticeOpenDays || !requiredAgencies)
    throw new Error(`body ${code} was not checked`);
  return {
    code,
    kind,
    name: valueOn(body.name, on),
    legalBasis: valueOn(legalBasis, on),
    legalBasisText: valueOn(legalBasisText, on),
    basisPeriods: basisPeriodsOf(profile, legalBasis),
    convener: valueOn(convener, on),
    noticeOpenDays: valueOn(noticeOpenDays, on),
    requiredAgencies: valueIfKnown(requiredAgencies, on) ?? [],
  };
}
