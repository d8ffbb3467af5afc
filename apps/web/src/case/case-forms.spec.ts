import { describe, expect, it } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { caseCommands, offeredTypes, supportCaseDefinition } from '#libs/domain';
import type { CaseView, PersonView } from '#libs/views';
import type { FieldSpec, FieldValues } from '../components/form/field-spec.ts';
import type { RecordForm } from '../command/form-of.ts';
import { sampleProfile, sampleSession } from '../testing/sample-office.ts';
import { caseForms } from './case-forms.ts';

const profile = sampleProfile;
const session = sampleSession;

const person = (id: string, status: PersonView['consent']['status']): PersonView => ({
  id,
  role: 'person',
  relation: 'self',
  name: '見本 千代',
  age: 82,
  track: 'none',
  proposedConsent: null,
  supportTrackReasonText: null,
  meetings: null,
  masked: false,
  consent: {
    status,
    on: null,
    method: null,
    agencies: ['care'],
    purposes: [],
    itemClasses: [],
    takenBy: null,
    representative: null,
    reviewOn: null,
    unconfirmedFor: status === 'given' ? 'care' : null,
  },
});

/** A case in which every form has something to be about. */
const view: CaseView = {
  id: 'c1',
  number: 'R8-001',
  stage: 'support',
  passed: [],
  round: 1,
  urgent: false,
  openedOn: '2026-10-29',
  leadAgency: 'care',
  personInCharge: { agency: 'care', membershipId: 'm1', displayName: '担当 あおい' },
  track: { state: 'outreach', candidacies: 0, nextReviewOn: null, reviews: 0, outreach: null },
  persons: [person('p-new', 'unconfirmed'), person('p-given', 'given'), person('p-refused', 'refused')],
  intake: {
    receivedOn: '2026-10-29',
    point: 'desk',
    version: 'withoutConsent',
    concerns: ['care'],
    worstConcern: 'care',
    triedSchemes: [],
    storyText: null,
    reporterText: null,
    contactRulesText: null,
    reporterMasked: false,
    contactRulesMasked: false,
    triedSchemesMasked: false,
    masked: false,
  },
  participants: [{ agency: 'care', since: '2026-10-29', basis: 'recorder', releasedOn: null }],
  handoffs: [
    {
      id: 'h1',
      main: true,
      purpose: 'join',
      from: 'office',
      to: 'care',
      sentOn: '2026-11-06',
      state: 'awaiting',
      expired: false,
      answeredOn: null,
      reason: null,
      suggestion: null,
      personIds: ['p-new'],
      legalBasis: null,
      reasonText: null,
      messageText: '見立てのお願い',
      answerText: null,
      entered: null,
      masked: false,
    },
  ],
  placements: [],
  meetingRequests: [
    {
      id: 'r1',
      by: 'care',
      body: 'supportMeeting',
      kind: 'supportMeeting',
      purpose: 'direction',
      personIds: ['p-given'],
      reasonText: '顔ぶれをそろえたい',
      askedOn: '2026-11-09',
      state: 'open',
      answeredOn: null,
      answerText: null,
      masked: false,
    },
  ],
  sheets: [{ agency: 'care', state: 'asked', text: null, round: 1, masked: false, entered: null }],
  plans: [
    {
      id: 'pl1',
      round: 1,
      draft: 1,
      owner: 'office',
      personIds: ['p-given'],
      startsOn: '2026-11-01',
      endsOn: '2027-04-30',
      directionText: '',
      goals: [{ id: 'g1', text: '', outcome: null }],
      roles: [{ agency: 'care', text: '', toldOn: '2026-11-02', acknowledgedOn: null, entered: null }],
      explainedOn: null,
      appliedOn: null,
      appliedBy: null,
      reviews: 0,
      review: 'none',
      conditionText: null,
      approval: null,
      decision: null,
      state: 'decided',
      masked: false,
    },
  ],
  contacts: [],
  tasks: [{ id: 't1', agency: 'care', dueOn: '2026-11-25', text: '', state: 'open', itemId: 'i1', masked: false }],
  monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
  monitoringEntries: [],
  evaluation: { n: 1, dueOn: null, due: false, record: null },
  ending: null,
  interruption: null,
  followUps: [{ day: 30, dueOn: '2026-12-20', doneOn: null }],
  older: {
    handoffs: null,
    placements: null,
    meetingRequests: null,
    contacts: null,
    monitoringEntries: null,
    tasks: null,
    sheets: null,
    plans: null,
    withdrawals: null,
    participants: null,
  },
  withdrawals: [{ id: 'w1', personId: 'p-given', agencies: ['care'], told: true, confirmed: [], how: null }],
  notices: { items: [], next: null },
  calls: [
    {
      id: 'handoff-sent/9/0',
      noticeKind: 'handoff-sent',
      agency: 'care',
      to: 'desk',
      owed: 'handoff-answer',
      phone: null,
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

const made = (name: string): RecordForm => {
  const form = caseForms[name]?.({ view, profile, session, target: null }) ?? null;
  if (form === null) throw new Error(`${name} found nothing to be about`);
  return form;
};

const isEmpty = (value: unknown): boolean => Array.isArray(value) && value.length === 0;
const names = Object.keys(caseForms);
/** Answers that choose between commands of one form. */
const ways: Partial<Record<string, readonly FieldValues[]>> = {
  'answer-handoff': [{ answer: 'accept' }, { answer: 'decline' }, { answer: 'advise' }],
  'decide-candidate': [{ decision: 'confirm' }, { decision: 'dismiss' }],
};

interface Described {
  readonly paths: Readonly<
    Record<
      string,
      {
        readonly post?: {
          readonly requestBody?: {
            readonly content: Readonly<Record<string, { readonly schema: { readonly $ref: string } }>>;
          };
        };
      }
    >
  >;
  readonly components: {
    readonly schemas: Readonly<
      Record<string, { readonly properties?: Readonly<Record<string, unknown>>; readonly required?: readonly string[] }>
    >;
  };
}
const described = JSON.parse(readFileSync(new URL('../../../api/openapi.json', import.meta.url), 'utf8')) as Described;

/** Fields of the body that the API describes for a command, and those it insists on. */
function bodyOf(command: string): { readonly known: readonly string[]; readonly required: readonly string[] } {
  const ref =
    described.paths[`/api/cases/{id}/${command}`]?.post?.requestBody?.content['application/json']?.schema.$ref;
  const schema = described.components.schemas[ref?.split('/').at(-1) ?? ''];
  if (!schema) throw new Error(`the API describes no body for ${command}`);
  return { known: Object.keys(schema.properties ?? {}).toSorted(), required: schema.required ?? [] };
}

/** Every word that a form shows. */
const shownIn = (specs: readonly FieldSpec[]): readonly (string | undefined)[] =>
  specs.flatMap((spec) => [
    spec.label,
    ...('options' in spec ? spec.options.map(({ label }) => label) : []),
    ...(spec.kind === 'rows' ? [spec.rowName, ...shownIn(spec.fields)] : []),
  ]);

describe('the forms of the case page', () => {
  it('are there for every command that people give, alone or as one answer of several', () => {
    const sent = names.flatMap((name) =>
      (ways[name] ?? [{}]).map((way) => made(name).command({ ...made(name).initial, ...way })),
    );
    expect(sent.toSorted()).toEqual(offeredTypes(Object.values(caseCommands)).toSorted());
  });

  it.each(names)('%s has a Japanese word for everything it asks and offers', (name) => {
    expect(shownIn(made(name).fields).filter((word) => word === undefined || word === '―')).toEqual([]);
  });

  it.each(names)('%s sends exactly the fields that the API describes, no more and none missing', (name) => {
    const form = made(name);
    for (const way of ways[name] ?? [{}]) {
      const values = { ...form.initial, ...way };
      const type = form.command(values);
      const sent = [
        'commandId',
        ...Object.keys(form.toBody(values)),
        ...(form.part === undefined ? [] : ['partVersion']),
      ];
      const { known, required } = bodyOf(type);
      expect(sent.toSorted()).toEqual(known);
      expect(sent).toEqual(expect.arrayContaining([...required]));
    }
  });

  it.each(names)('%s states the version of the very part that its command changes', (name) => {
    const form = made(name);
    for (const way of ways[name] ?? [{}]) {
      const values = { ...form.initial, ...way };
      const type = form.command(values);
      expect(supportCaseDefinition.partOf({ type, ...form.toBody(values) } as never)).toBe(form.part);
    }
  });
  it('answers a つなぎ with the command that was chosen, and sends only what belongs to it', () => {
    const form = made('answer-handoff');
    const values = { ...form.initial, answer: 'decline', reason: 'noCapacity', suggestion: 'jointVisit' };
    expect(form.command(values)).toBe('decline-handoff');
    expect(form.toBody(values)).toEqual({
      handoffId: 'h1',
      answerText: null,
      heard: null,
      reason: 'noCapacity',
      suggestion: 'jointVisit',
    });
  });
  it('[R2] sends a refusal of consent without any scope', () => {
    const form = made('record-consent');
    const body = form.toBody({ ...form.initial, status: 'refused', method: 'oral', agencies: ['care'] });
    expect(body).toMatchObject({
      personId: 'p-new',
      status: 'refused',
      agencies: [],
      purposes: [],
      itemClasses: [],
      representative: null,
      reviewOn: null,
    });
  });
  it('[R2] fills in nothing that a person says: scope, days and ways of a consent, its withdrawal, 説明 and 利用申込', () => {
    const filled = (name: string): readonly unknown[] =>
      Object.values(made(name).initial).filter((value) => value !== '' && value !== false && !isEmpty(value));
    expect(['record-consent', 'withdraw-consent', 'explain-plan'].map(filled)).toEqual([[], [], []]);
    // What the office does is dated today.
    expect(filled('record-monitoring')).toEqual([profile.today]);
  });

  it('has nothing to offer when what the form is about is gone', () => {
    expect(
      caseForms['answer-handoff']?.({ view: { ...view, handoffs: [] }, profile, session, target: 'h1' }),
    ).toBeNull();
  });
});
