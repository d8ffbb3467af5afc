import type { Profile, Session } from '../api/session.ts';

/** A municipality of two agencies, as a page knows it. */
export const sampleProfile: Profile = {
  municipality: { code: 'mihon', name: '見本町' },
  agencies: [
    { code: 'office', name: '保健福祉課', kind: 'office', channel: 'mail' },
    { code: 'care', name: '地域包括支援センター', kind: 'contractor', channel: 'mail' },
  ],
  bodies: [],
  intakePoints: [],
  competentSection: 'office',
  coordinatingBody: 'office',
  today: '2026-11-20',
  wareki: '令和8年11月20日',
};

/** Somebody of its second agency. */
export const sampleSession: Session = {
  membership: 'm1',
  agency: 'care',
  posts: ['staff'],
  displayName: '担当 あおい',
  municipality: sampleProfile.municipality,
  demo: true,
};
