import type { ProfileView, SessionView } from '#libs/views';

/** A municipality of two agencies, as a page knows it. */
export const sampleProfile: ProfileView = {
  municipality: { code: 'mihon', name: '見本町' },
  agencies: [
    { code: 'office', name: '保健福祉課', kind: 'office', channel: 'mail' },
    { code: 'care', name: '地域包括支援センター', kind: 'contractor', channel: 'mail' },
  ],
  bodies: [
    {
      code: 'support',
      name: '支援会議',
      kind: 'supportMeeting',
      legalBasisText: '',
      convener: 'municipality',
      noticeOpenDays: 5,
      earliestHeldOn: '2026-12-01',
      requiredAgencies: [],
      basisPeriods: [],
    },
  ],
  handoffBases: [{ code: 'personalInformationAct69-2', name: '個人情報保護法69条2項' }],
  intakePoints: [],
  competentSection: 'office',
  coordinatingBody: 'office',
  today: '2026-11-20',
  wareki: '令和8年11月20日',
  people: [],
  holidaysUntil: '2028-03-31',
  monitoringEveryMonths: 1,
  planMaxMonths: 12,
};

/** Somebody of its second agency. */
export const sampleSession: SessionView = {
  membership: 'm1',
  agency: 'care',
  posts: ['staff'],
  displayName: '担当 あおい',
  municipality: sampleProfile.municipality,
  demo: true,
};
