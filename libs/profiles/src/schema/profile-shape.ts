import { obligationKinds, type ObligationKind } from '#libs/domain';
import { deadline } from './ladder-shape.ts';
import {
  byCode,
  clockTime,
  fields,
  flag,
  isoDate,
  list,
  monthDay,
  numberOrText,
  oneOf,
  optional,
  text,
  whole,
  type Shape,
  type ShapeOf,
} from './shape.ts';
import { known, sourced, type Known } from './sourced.ts';

const agencyKinds = ['office', 'contractor', 'prefecture', 'doctor', 'school', 'welfareVolunteer', 'other'] as const;
const programmes = [
  'comprehensiveConsultation',
  'participationSupport',
  'communityBuilding',
  'outreachSupport',
  'multiAgencyCoordination',
] as const;
/** 直営, 委託, 補助, 共同委託, 県の事業, 委嘱. */
const mode = oneOf('direct', 'contracted', 'subsidised', 'jointCommission', 'prefecture', 'volunteer');

const municipality = fields({ name: known(text), prefecture: known(text), population: sourced(whole(1, 20_000_000)) });

/** 実施区分: 本実施, 移行準備, 未実施. */
const programmeStatus = oneOf('implementing', 'preparing', 'notImplementing');

const programme = fields({
  status: known(programmeStatus),
  /** What the municipality calls the programme. */
  localName: optional(sourced(text)),
  planName: sourced(text),
  planStartsOn: sourced(isoDate),
  planEndsOn: sourced(isoDate),
  planTermYears: sourced(whole(1, 20)),
  review: sourced(text),
  upperPlan: sourced(text),
  evaluatedBy: sourced(text),
});

const agency = fields({
  name: known(text),
  kind: known(oneOf(...agencyKinds)),
  channel: known(oneOf('mail', 'phone', 'paper')),
  headTitle: known(text),
  /** Number under which the secretariat rings it up. */
  phone: optional(sourced(text)),
  mode: sourced(mode),
  validFrom: optional(isoDate),
  validUntil: optional(isoDate),
});

const intakePoint = fields({
  name: known(text),
  agency: known(text),
  hours: sourced(text),
  validFrom: optional(isoDate),
  validUntil: optional(isoDate),
});

const cadence: Shape<Cadence> = (raw, at) => {
  const kind = typeof raw === 'object' && raw !== null && 'kind' in raw ? raw.kind : undefined;
  switch (kind) {
    case 'everyMonths':
      return fields({ kind: oneOf('everyMonths'), months: whole(1, 12) })(raw, at);
    case 'timesPerYear':
      return fields({ kind: oneOf('timesPerYear'), times: whole(1, 366) })(raw, at);
    default:
      return fields({ kind: oneOf('asNeeded') })(raw, at);
  }
};
/** 随時, nか月に1回, 年n回. */
export type Cadence =
  | { readonly kind: 'asNeeded' }
  | { readonly kind: 'everyMonths'; readonly months: number }
  | { readonly kind: 'timesPerYear'; readonly times: number };

/** The fields that only a case meeting has are optional here; `profile-checks.ts` asks for them. */
const body = fields({
  kind: known(oneOf('supportMeeting', 'planMeeting', 'practitionersMeeting', 'network')),
  name: known(text),
  cadence: sourced(cadence),
  members: sourced(list(text)),
  consentRule: sourced(text),
  secrecyRule: sourced(text),
  tasks: sourced(list(text)),
  legalBasis: optional(known(text)),
  legalBasisText: optional(known(text)),
  convener: optional(known(oneOf('municipality', 'coordinatingBody'))),
  noticeOpenDays: optional(known(whole(0, 60))),
  requiredAgencies: optional(sourced(list(text))),
});

const legalBasis = fields({
  printedAs: known(text),
  consentRule: sourced(oneOf('required', 'notRequired', 'perGround')),
  secrecyRule: sourced(oneOf('statutory', 'general')),
  penaltyText: sourced(text),
  inUse: known(flag),
  /** 実施区分 in which it may be used; without, in any. */
  usableIn: optional(known(list(programmeStatus))),
});

const localClosedDay = fields({ on: text, name: text, validFrom: optional(isoDate), validUntil: optional(isoDate) });
const calendar = fields({
  opensAt: known(clockTime),
  closesAt: known(clockTime),
  yearEnd: known(fields({ from: monthDay, to: monthDay })),
  localClosedDays: known(list(localClosedDay)),
  exceptionallyOpen: known(list(isoDate)),
});

const periods = fields({
  declinesBeforeMeeting: known(whole(1, 10)),
  monitoringEveryMonths: known(whole(1, 12)),
  evaluationEveryMonths: known(whole(1, 12)),
  planMaxMonths: known(whole(1, 60)),
  followUpDays: known(list(whole(1, 730))),
  replyOpenDaysBefore: known(whole(1, 60)),
  standardLeadOpenDays: known(whole(1, 60)),
  oneReminderKinds: known(list(oneOf(...agencyKinds))),
});

/** One deadline per kind of obligation: a kind without one, or one without a kind, is a problem. */
const deadlines = fields(
  Object.fromEntries(obligationKinds.map((kind) => [kind, known(deadline)])) as Record<
    ObligationKind,
    Shape<Known<ShapeOf<typeof deadline>>>
  >,
);

const provider = fields({
  programme: known(oneOf(...programmes)),
  field: sourced(text),
  name: known(text),
  mode: sourced(mode),
  operatedBy: sourced(list(text)),
  sites: sourced(whole(1, 1000)),
  staff: sourced(list(text)),
  for: sourced(text),
  services: sourced(list(text)),
});

const yearOfIndicator = fields({
  actual: optional(sourced(numberOrText)),
  target: optional(sourced(numberOrText)),
  /** What the plan writes beside the figure. */
  words: optional(sourced(text)),
});
const indicator = fields({
  programme: known(oneOf(...programmes)),
  name: known(text),
  unit: known(text),
  counters: sourced(list(text)),
  years: byCode(yearOfIndicator, /^\d{4}$/),
});

const contact = fields({ email: text, name: text });
const contactsOfAgency = fields({
  desk: optional(sourced(contact)),
  head: optional(sourced(contact)),
  coordinator: optional(sourced(contact)),
  manager: optional(sourced(contact)),
  deputy: optional(sourced(contact)),
});
const person = fields({
  displayName: text,
  agency: text,
  posts: list(oneOf('staff', 'head', 'coordinator', 'manager', 'deputy')),
  duty: text,
});

/** Everything local of one municipality. */
export const profileShape = fields({
  code: text,
  validFrom: isoDate,
  sources: byCode(fields({ title: text, asOf: optional(text) })),
  municipality,
  programme,
  welfareOffice: fields({ operator: known(oneOf('own', 'prefecture')), agency: known(text) }),
  coordination: fields({
    competentSection: known(text),
    coordinatingBody: known(text),
    coordinators: sourced(whole(0, 1000)),
  }),
  office: fields({
    sectionName: known(text),
    mailbox: sourced(text),
    phone: sourced(text),
    fax: optional(sourced(text)),
  }),
  calendar,
  agencies: byCode(agency),
  intakePoints: byCode(intakePoint),
  bodies: byCode(body),
  legalBases: byCode(legalBasis),
  deadlines,
  periods,
  providers: byCode(provider),
  indicators: byCode(indicator),
  processFacts: list(sourced(text)),
  needs: list(sourced(text)),
  openQuestions: list(sourced(text)),
  contacts: optional(byCode(contactsOfAgency)),
  people: optional(byCode(known(person))),
});

export type ProfileContent = ShapeOf<typeof profileShape>;
export type BodyContent = ShapeOf<typeof body>;
