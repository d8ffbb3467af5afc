import { describe, expect, it } from '@jest/globals';
import { offeredTypes, sittingBeginnings, sittingCommands } from '#libs/domain';
import type { SittingView } from '#libs/views';
import type { RecordForm } from '../command/form-of.ts';
import { sampleProfile, sampleSession } from '../testing/sample-office.ts';
import { placingForm } from './placing-form.ts';
import { sittingForms } from './sitting-forms.ts';

/** A sitting in which every form has something to be about. */
const view: SittingView = {
  id: 's1',
  body: 'support',
  kind: 'supportMeeting',
  name: '支援会議',
  ordinal: 1,
  stage: 'called',
  heldOn: '2026-11-27',
  startsAt: '13:30',
  endsAt: '15:00',
  placeText: '役場',
  urgentReasonText: null,
  acknowledged: [],
  sequence: 0,
  replyDueOn: null,
  items: [
    {
      itemId: 'i1',
      caseId: 'c1',
      caseNumber: 'R8-001',
      kind: 'supportMeeting',
      purpose: 'direction',
      legalBasis: 'swa106-6',
      legalBasisText: '社会福祉法106条の6',
      persons: [{ id: 'p1', label: '本人' }],
      household: [
        { id: 'p1', label: '本人' },
        { id: 'p2', label: '世帯員' },
      ],
      agencies: ['care'],
      frozen: false,
      releasedTo: [],
      disposition: null,
    },
  ],
  invitations: [],
  missing: [],
  attendance: null,
  acknowledgementText: '',
  notices: { items: [], next: null },
  calls: [
    {
      id: 'sitting-cancelled/9/0',
      noticeKind: 'required-absence',
      agency: 'care',
      to: 'head',
      owed: null,
      phone: '000-0000-0000',
      sitting: null,
    },
  ],
  obligations: [],
  stall: null,
  upcoming: [],
  history: { items: [], next: null },
  parts: {},
  allowed: [],
  notAllowed: [],
};
const profile = {
  ...sampleProfile,
  bodies: [
    {
      code: 'support',
      kind: 'supportMeeting',
      name: '支援会議',
      legalBasisText: '',
      basisPeriods: [],
      noticeOpenDays: 5,
      convener: 'municipality',
      requiredAgencies: ['office'],
      earliestHeldOn: '2026-11-30',
    },
  ],
} as const;

/** Nobody of the items was there. */
const attendance = { present: ['office'], acknowledgement: 'readAloud', textVersion: '1', chair: 'manager' } as const;

const names = Object.keys(sittingForms);
const made = (name: string): RecordForm => {
  const form = sittingForms[name]?.({
    view: name === 'release-disposition' ? { ...view, attendance } : view,
    profile,
    session: sampleSession,
    target: name === 'remove-item' || name === 'take-off-item' ? 'i1' : null,
  });
  if (!form) throw new Error(`${name} found nothing to be about`);
  return form;
};

describe('the forms of the page of a sitting', () => {
  it('are there for every command that people give, but for a case that is put on it: that has a page of its own', () => {
    expect([...names, 'add-item'].toSorted()).toEqual(offeredTypes(Object.values(sittingCommands)).toSorted());
  });

  it.each(names)('%s has a Japanese word for everything it asks and offers', (name) => {
    const words = made(name).fields.flatMap((spec) => [
      spec.label,
      ...('options' in spec ? spec.options.map(({ label }) => label) : []),
    ]);
    expect(words.filter((word) => word === '―')).toEqual([]);
  });

  it('[R30] call-sitting has those ticked who must be there or whose case it is, and wants a reason when notice is short', () => {
    const form = made('call-sitting');
    expect(form.toBody(form.initial)).toEqual({
      // The section that calls is there by rule and is not asked.
      invitees: [{ agency: 'care' }],
      urgentReasonText: null,
    });
    expect(form.fields.find(({ name }) => name === 'urgentReasonText')?.optional).toBe(false);
  });

  it('[R35] acknowledge-secrecy asks each of an agency, whatever a colleague did, and for others once', () => {
    const invitation = (agency: string): SittingView['invitations'][number] =>
      ({ id: agency, agency, delivery: { state: 'sent' } }) as SittingView['invitations'][number];
    const askedFor = (acknowledged: SittingView['acknowledged'], agency = 'care'): string | undefined => {
      const form = sittingForms['acknowledge-secrecy']?.({
        view: { ...view, invitations: [invitation('care')], acknowledged },
        profile,
        session: { ...sampleSession, agency },
        target: null,
      });
      return form?.initial['agency'] as string | undefined;
    };
    expect(askedFor([{ agency: 'care', membershipIds: ['m2'] }])).toBe('care');
    expect(askedFor([{ agency: 'care', membershipIds: ['m1', 'm2'] }])).not.toBe('care');
    expect(askedFor([{ agency: 'care', membershipIds: null }])).not.toBe('care');
    expect(askedFor([{ agency: 'care', membershipIds: [] }], 'office')).not.toBe('care');
  });

  it('give-disposition sends reason and agency of an end only with that result', () => {
    const form = made('give-disposition');
    const values = { ...form.initial, endReason: 'other', leadAgencyAfter: 'care' };
    expect(form.toBody({ ...values, result: 'continued' })).toMatchObject({ endReason: null, leadAgencyAfter: null });
    expect(form.toBody({ ...values, result: 'ended' })).toMatchObject({ endReason: 'other', leadAgencyAfter: 'care' });
  });
});

describe('the form of a 協議結果 that may end the support', () => {
  const items = view.items.map((item) => ({ ...item, kind: 'planMeeting', purpose: 'closureDecision' }) as const);
  const formFor = (household: SittingView['items'][number]['household']): RecordForm | null | undefined =>
    sittingForms['give-disposition']?.({
      view: { ...view, kind: 'planMeeting', items: items.map((item) => ({ ...item, household })) },
      profile,
      session: sampleSession,
      target: null,
    });

  it('[R48] asks how it stands for everybody of the household, and sends it only with that result', () => {
    const form = formFor(view.items[0]?.household ?? []);
    expect(form?.fields.map(({ label }) => label)).toEqual(
      expect.arrayContaining(['本人：終結時の状況', '世帯員：終結時の状況', '世帯員：状況の説明']),
    );
    const values = { ...form?.initial, 'standings.0.standing': 'supported', 'standings.1.standing': 'movedAway' };
    expect(form?.toBody({ ...values, result: 'ended' })).toMatchObject({
      standings: [
        { personId: 'p1', standing: 'supported', standingText: null },
        { personId: 'p2', standing: 'movedAway', standingText: null },
      ],
    });
    expect(form?.toBody({ ...values, result: 'continued' })).toMatchObject({ standings: null });
  });

  it('says to whom the household is not told that the secretariat records an end', () => {
    const options = formFor([])?.fields.flatMap((field) => ('options' in field ? field.options : [])) ?? [];
    expect(options.find(({ value }) => value === 'ended')?.warning).toContain('事務局');
    expect(options.find(({ value }) => value === 'continued')?.warning).toBeUndefined();
  });
});

describe('the form that opens a sitting', () => {
  const form = placingForm({ kind: 'supportMeeting', view: null, profile, open: [], sittingId: null });

  it('sends all that the command holds, without an item where no case is put on it', () => {
    const body = form.toBody({ ...form.initial, placeText: '役場' });
    expect(body).toEqual({
      body: 'support',
      heldOn: '2026-11-30',
      startsAt: '13:30',
      endsAt: '15:00',
      placeText: '役場',
      item: null,
    });
    const { fields } = sittingBeginnings['open-sitting'];
    const asked = Object.entries(fields).flatMap(([name, { kind }]) =>
      kind === 'given' || kind === 'made' ? [] : [name],
    );
    expect(Object.keys(body).toSorted()).toEqual(asked.toSorted());
  });

  it('leads from what the server did not accept to the field, also when the case is put on a sitting that is there', () => {
    const fieldOf = (path: string, sitting: string): string | undefined => form.fieldOf?.(path, { sitting });
    expect(fieldOf('heldOn', 'new')).toBe('heldOn');
    expect(fieldOf('item.personIds', 'new')).toBe('item.personIds');
    expect(fieldOf('personIds', 's1')).toBe('item.personIds');
    expect(fieldOf('heldOn', 's1')).toBe('sitting');
  });
});
