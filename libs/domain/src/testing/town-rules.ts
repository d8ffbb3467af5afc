import { buildCalendar, type OfficeCalendar } from '#libs/calendar';
import { standardCalendarTables } from '../../../calendar/src/testing/standard-tables.ts';
import type { ObligationKind } from '../record/obligation.ts';
import type { DeadlineRule, LadderStepRule, MunicipalityRules } from '../rules/municipality-rules.ts';

/** The usual office: weekends, 祝日 and 年末年始 closed, 08:30 to 17:15. */
export const townCalendar: OfficeCalendar = buildCalendar(standardCalendarTables);

/** The same office with more days closed, as when a 祝日 is announced late. */
export const calendarWithout = (...closedOn: readonly string[]): OfficeCalendar =>
  buildCalendar({ ...standardCalendarTables, localClosedDays: closedOn.map((on) => ({ on, name: '臨時休館' })) });

/** `deadline(5, 'reminder -1', 'escalation 1')`: five 開庁日, and the steps counted from the due date. */
function deadline(openDays: number, ...ladder: readonly string[]): DeadlineRule {
  return {
    openDays,
    ladder: ladder.map((text) => {
      const [step, days] = text.split(' ');
      return { step: step as LadderStepRule['step'], openDaysFromDue: Number(days) };
    }),
  };
}

const once = ['reminder -1', 'escalation 1'];
const twice = ['reminder -3', 'reminder -1', 'escalation 1'];

const deadlines: Readonly<Record<ObligationKind, DeadlineRule>> = {
  screening: deadline(3, ...once),
  'handoff-to-send': deadline(3, ...once),
  'handoff-answer': deadline(5, ...twice, 'expiry 5'),
  'candidate-decision': deadline(5, ...once),
  'track-placement': deadline(5, ...once),
  'track-review': deadline(20, 'reminder -3', 'escalation 1'),
  'pre-contact': deadline(5, ...once),
  'first-contact': deadline(10, 'reminder -3', 'escalation 1'),
  consent: deadline(10, 'reminder -3', 'escalation 1'),
  'meeting-request': deadline(5, ...once),
  'consent-confirmation': deadline(3, ...once),
  'consent-review': deadline(20, 'start -20', 'reminder -10', 'reminder -3', 'escalation 1'),
  'track-reason': deadline(5, ...once),
  sheet: deadline(5, ...twice, 'expiry 3'),
  'sheets-decision': deadline(3, ...once),
  'plan-draft': deadline(10, ...twice),
  'plan-explanation': deadline(10, ...twice),
  'meeting-placement': deadline(5, ...once),
  'sitting-awaited': deadline(10),
  'frozen-item': deadline(5, ...once),
  'approval-draft': deadline(2, ...once),
  approval: deadline(3, ...once),
  'role-acknowledgement': deadline(5, ...once),
  'monitoring-round': deadline(20, 'start 0'),
  monitoring: deadline(5, ...once),
  evaluation: deadline(10, 'start -14', 'reminder -3', 'escalation 1'),
  'plan-end': deadline(5, 'start -41', 'reminder -41', 'reminder -20', 'reminder -10', 'escalation 1'),
  'interruption-review': deadline(20, 'start -10', 'reminder -10', 'reminder -3', 'escalation 1'),
  'follow-up': deadline(5, 'start -5', ...once),
  'decision-task': deadline(10, ...twice),
  'withdrawal-confirmation': deadline(5, ...once),
  call: deadline(2, ...once),
  reply: deadline(5, ...twice, 'expiry 2'),
  'secrecy-acknowledgement': deadline(5, 'reminder -1'),
  'phone-task': deadline(2, 'escalation 1'),
  'phone-message': deadline(2, 'escalation 1'),
  'required-agency': deadline(2, ...once),
  'hold-sitting': deadline(1, 'escalation 1'),
  disposition: deadline(2, ...once),
  'person-in-charge': deadline(5, 'reminder -3', 'escalation 1'),
  'next-step': deadline(2, 'escalation 1'),
};

/**
 * An invented small town that runs 多機関協働 itself in its section `office`, written out here and not read from a profile: tests of the
 * rules say what they rest on. `shakyo` has to be at both meetings; `minsei` is reached on paper, `police` by phone.
 */
export function townRules(changes: Partial<MunicipalityRules> = {}): MunicipalityRules {
  return {
    municipality: 'town',
    municipalityName: '架空町',
    competentSection: 'office',
    coordinatingBody: 'office',
    agencies: [
      { code: 'office', name: '保健福祉課', kind: 'office', channel: 'mail', headTitle: '課長' },
      { code: 'houkatsu', name: '地域包括支援センター', kind: 'contractor', channel: 'mail', headTitle: 'センター長' },
      { code: 'kikan', name: '基幹相談支援センター', kind: 'contractor', channel: 'mail', headTitle: 'センター長' },
      { code: 'shakyo', name: '社会福祉協議会', kind: 'other', channel: 'mail', headTitle: '事務局長' },
      { code: 'clinic', name: '診療所', kind: 'doctor', channel: 'mail', headTitle: '院長' },
      { code: 'minsei', name: '民生委員', kind: 'welfareVolunteer', channel: 'paper', headTitle: '会長' },
      { code: 'police', name: '警察署', kind: 'other', channel: 'phone', headTitle: '署長' },
    ],
    bodies: [
      {
        code: 'supportMeeting',
        kind: 'supportMeeting',
        name: '支援会議',
        legalBasis: 'socialWelfareAct106-6',
        legalBasisText: '社会福祉法106条の6',
        basisPeriods: [{ from: null, programmeStatus: 'implementing', usable: true, verified: true }],
        convener: 'municipality',
        noticeOpenDays: 5,
        requiredAgencies: ['shakyo'],
      },
      {
        code: 'planMeeting',
        kind: 'planMeeting',
        name: '重層的支援会議',
        legalBasis: 'municipalGuideline',
        legalBasisText: '要綱',
        basisPeriods: [{ from: null, programmeStatus: 'implementing', usable: true, verified: true }],
        convener: 'coordinatingBody',
        noticeOpenDays: 10,
        requiredAgencies: ['shakyo'],
      },
    ],
    handoffBases: [{ code: 'personalInformationAct69-2', name: '個人情報保護法69条2項' }],
    intakePoints: [
      { code: 'houkatsu', name: '地域包括支援センター', agency: 'houkatsu' },
      { code: 'office', name: '保健福祉課', agency: 'office' },
    ],
    deadlines,
    declinesBeforeMeeting: 2,
    monitoringEveryMonths: 1,
    evaluationEveryMonths: 3,
    planMaxMonths: 12,
    followUpDays: [30, 90],
    replyOpenDaysBefore: 5,
    standardLeadOpenDays: 10,
    oneReminderKinds: ['doctor', 'school', 'welfareVolunteer'],
    ...changes,
  };
}
