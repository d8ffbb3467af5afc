import type { RecordRef } from '#libs/contracts';
import type { Actor } from '#libs/domain';
import type { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';

/** Who speaks in this story. */
export interface ReijiCast {
  readonly midori: Actor;
  readonly takashi: Actor;
  readonly hiroshi: Actor;
  readonly yukari: Actor;
}

/** The record's id; its number is R8-002 when it is the second of 令和8年度. */
export const reijiCaseId = demoId('R8-002');
export const reijiSittingIds = { first: demoId('R8-002 sitting 1'), second: demoId('R8-002 sitting 2') } as const;
/** 開庁日 before D on which the story begins. */
export const firstDayOfReiji = 30;

const person = demoId('R8-002 person');
const agencies = ['hoken', 'shakyo', 'ken', 'minsei'] as const;
const itemOf = (sitting: string): string => demoId(`R8-002 item ${sitting}`);
const invitationOf = (sitting: string, agency: string): string => demoId(`R8-002 invitation ${sitting} ${agency}`);

/**
 * 例示家: a man who lives alone, ill and without a doctor, and lets nobody in. Invented. He refused; the head of the section has written why
 * a 支援会議 looks at him all the same. Told up to D: the first 支援会議 was held and decided on アウトリーチ, which found him not at home;
 * the second is called, and the prefecture's office, which has neither account nor mail, has not answered.
 */
export async function tellReijiHouse(desk: DemoDesk, cast: ReijiCast): Promise<void> {
  await receive(desk, cast);
  const first = desk.beside(sitting(desk, reijiSittingIds.first));
  await call(first, cast, { at: 18, heldAt: 12, purpose: 'judgement', name: 'first' });
  await answers(first, cast, { at: 16, name: 'first', byPhone: ['ken', 'minsei'] });
  await hold(first, cast);
  await reachOut(desk, cast);
  const second = desk.beside(sitting(desk, reijiSittingIds.second));
  await call(second, cast, { at: 5, heldAt: -4, purpose: 'direction', name: 'second' });
  await answers(second, cast, { at: 3, name: 'second', byPhone: ['minsei'] });
}

const sitting = ({ ref: { municipality } }: DemoDesk, id: string): RecordRef => ({ municipality, kind: 'sitting', id });

async function receive(desk: DemoDesk, { midori, takashi }: ReijiCast): Promise<void> {
  await desk.say(
    firstDayOfReiji,
    95,
    midori,
    {
      type: 'open-case',
      caseNumber: '',
      receivedOn: desk.daysBefore(firstDayOfReiji),
      point: 'hokenfukushi',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['neighbourhood', 'health'],
      worstConcern: 'health',
      triedSchemes: [
        { scheme: 'medical', by: 'hoken', outcome: 'refusedByPerson' },
        { scheme: 'other', by: 'hokenfukushi', outcome: 'notEnough' },
      ],
      persons: [
        {
          id: person,
          role: 'person',
          relation: 'self',
          birthYear: Number(desk.daysBefore(0).slice(0, 4)) - 67,
          nameText: desk.textId('person-name'),
        },
      ],
      storyText: desk.textId('story'),
      reporterText: desk.textId('reporter'),
      contactRulesText: desk.textId('contact-rules'),
    },
    {
      'person-name': '例示 稔(れいじ みのる)',
      story:
        '67歳、ひとり暮らし。糖尿病の通院が1年途絶えている。敷地にごみが積まれ、猫が多い。環境担当の指導文書に反応はなく、保健師が2回訪問したが、不在と門前払いだった。',
      reporter: '情報提供者A。環境担当へ寄せられた話が保健福祉課に伝えられた。本人への開示の写しにも出さない約束。',
      'contact-rules': '連絡は、隣県に住む妹 例示 和江(れいじ かずえ)から電話が来たときに限る。こちらからは掛けない。',
    },
  );
  await desk.say(
    29,
    60,
    midori,
    { type: 'screen-case', judgement: 'handOver', reasonText: desk.textId('screening-reason') },
    { 'screening-reason': '受診の中断と敷地の状態が重なり、一つの係では入れない。' },
  );
  await desk.say(
    29,
    80,
    midori,
    {
      type: 'send-handoff',
      handoffId: demoId('R8-002 to the town'),
      to: 'hokenfukushi',
      purpose: 'join',
      main: true,
      messageText: desk.textId('handoff-message'),
      personIds: [person],
      legalBasis: null,
      reasonText: null,
    },
    { 'handoff-message': '課内で多機関協働に引き継ぐ。' },
  );
  await desk.say(20, 150, midori, {
    type: 'record-consent',
    personId: person,
    status: 'refused',
    on: desk.daysBefore(20),
    method: 'oral',
    agencies: [],
    purposes: [],
    itemClasses: [],
    representative: null,
    reviewOn: null,
  });
  await desk.say(
    19,
    40,
    takashi,
    { type: 'allow-support-meeting', personId: person, reasonText: desk.textId('support-meeting-reason') },
    {
      'support-meeting-reason':
        '訪問時に「帰ってくれ」と断られたが、糖尿病の治療が1年途絶えており、生命・身体の危険がある。関係機関で見立てをそろえる必要がある。',
    },
  );
}

interface Call {
  /** 開庁日 before D. */
  readonly at: number;
  readonly heldAt: number;
  readonly purpose: string;
  readonly name: string;
}

async function call(desk: DemoDesk, { midori }: ReijiCast, { at, heldAt, purpose, name }: Call): Promise<void> {
  await desk.say(
    at,
    60,
    midori,
    {
      type: 'open-sitting',
      body: 'supportMeeting',
      heldOn: desk.daysBefore(heldAt),
      startsAt: '13:30',
      endsAt: '14:30',
      placeText: desk.textId('place'),
      item: { itemId: itemOf(name), caseId: reijiCaseId, purpose, personIds: [person], agencies: [...agencies] },
    },
    { place: '役場 2階 第1会議室' },
  );
  await desk.say(at, 75, midori, {
    type: 'call-sitting',
    invitees: agencies.map((agency) => ({ invitationId: invitationOf(name, agency), agency })),
    urgentReasonText: null,
  });
  await desk.follow(at, 76, 'send-invitations');
  await desk.follow(at, 77, 'open-phone-tasks');
}

interface Answers {
  /** 開庁日 before D. */
  readonly at: number;
  readonly name: string;
  /** Whose answer the secretariat was told on the phone. */
  readonly byPhone: readonly string[];
}

async function answers(desk: DemoDesk, cast: ReijiCast, { at, name, byPhone }: Answers): Promise<void> {
  const attends = (agency: string): { readonly type: string } & Readonly<Record<string, unknown>> => ({
    type: 'answer-invitation',
    invitationId: invitationOf(name, agency),
    reply: 'attend',
    proxyText: null,
  });
  await desk.say(at, 30, cast.hiroshi, attends('hoken'));
  await desk.say(at, 90, cast.yukari, attends('shakyo'));
  for (const [nth, agency] of byPhone.entries())
    await desk.say(at, 120 + nth, cast.midori, { ...attends(agency), heard: 'phone' });
}

async function hold(desk: DemoDesk, { midori, takashi }: ReijiCast): Promise<void> {
  await desk.say(12, 365, takashi, {
    type: 'hold-sitting',
    present: ['hokenfukushi', ...agencies],
    acknowledgement: 'readAloud',
    chair: 'manager',
  });
  await desk.say(
    12,
    400,
    midori,
    {
      type: 'give-disposition',
      itemId: itemOf('first'),
      result: 'outreach',
      taskId: demoId('R8-002 task'),
      ownerAgency: 'shakyo',
      dueOn: desk.daysBefore(8),
      nextStepText: desk.textId('next-step'),
      endReason: null,
      leadAgencyAfter: null,
    },
    { 'next-step': '社会福祉協議会が、会い方を決めてから訪ねる。保健師は血糖の見立てを伝え、同行できる日を出す。' },
  );
  await desk.follow(12, 401, 'close-sitting');
}

async function reachOut(desk: DemoDesk, { yukari }: ReijiCast): Promise<void> {
  await desk.say(
    10,
    45,
    yukari,
    { type: 'record-pre-contact', on: desk.daysBefore(10), text: desk.textId('pre-contact') },
    { 'pre-contact': '猫の餌やりの時間(夕方)に、町内の見回りとして声をかける。受診の話は初回にしない。' },
  );
  await desk.say(
    7,
    420,
    yukari,
    {
      type: 'record-contact',
      contactId: demoId('R8-002 contact'),
      on: desk.daysBefore(7),
      method: 'visit',
      result: 'notMet',
      nextContactOn: desk.daysBefore(-2),
      text: desk.textId('contact'),
    },
    { contact: '夕方に訪ねたが不在。勝手口に回覧と名刺を置いた。猫の餌は新しい。' },
  );
}
