import { addMonths } from '#libs/calendar';
import type { Actor } from '#libs/domain';
import type { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';

/** Who speaks in this story. */
export interface KakuuCast {
  readonly aoi: Actor;
  readonly midori: Actor;
  readonly takashi: Actor;
  readonly hiroshi: Actor;
  readonly sakura: Actor;
  readonly yukari: Actor;
}

/** The record's id; its number is R8-004 when it is the fourth of 令和8年度. */
export const kakuuCaseId = demoId('R8-004');
export const kakuuSittingId = demoId('R8-004 sitting');
/** 開庁日 before D on which the story begins. */
export const firstDayOfKakuu = 75;

const adults = ['mother', 'father', 'grandfather'] as const;
const personId = (name: string): string => demoId(`R8-004 ${name}`);
const seated = ['houkatsu', 'hoken', 'kodomo', 'shakyo'] as const;

/**
 * 架空家: a baby and a grandfather after a stroke (double care). Invented. Told up to D: everybody consented, the plan was found adequate six
 * 開庁日 ago, 起案 four; the decision is late, and the deputy may decide.
 */
export async function tellKakuuFamily(desk: DemoDesk, cast: KakuuCast): Promise<void> {
  await receive(desk, cast);
  await consentAndPlan(desk, cast);
  await decideOnMeeting(desk, cast);
  await desk.follow(6, 170, 'ask-for-approval');
  await startWhatCannotWait(desk, cast);
  await desk.say(4, 90, cast.midori, {
    type: 'draft-approval',
    draftedOn: desk.daysBefore(4),
    documentNumber: '保福第214号',
  });
}

/** 事後報告: what was begun before the decision, each agency asked by a つなぎ that it has not answered yet. */
async function startWhatCannotWait(desk: DemoDesk, { aoi }: KakuuCast): Promise<void> {
  for (const [nth, [to, name, words]] of (
    [
      [
        'shakyo',
        'grandfather',
        '決定を待たず、週末の見守り訪問を先に始めてください。送り迎えの担い手も一緒に考えたいです。',
      ],
      ['hoken', 'mother', '産後に眠れない状態が続いています。次の乳児健診より前に、一度話を聞いてください。'],
    ] as const
  ).entries())
    await desk.say(
      4,
      60 + nth,
      aoi,
      {
        type: 'send-handoff',
        handoffId: demoId(`R8-004 to ${to}`),
        to,
        purpose: 'join',
        main: false,
        messageText: desk.textId(`handoff-message:${to}`),
        personIds: [personId(name)],
        legalBasis: null,
        reasonText: null,
      },
      { [`handoff-message:${to}`]: words },
    );
}

async function receive(desk: DemoDesk, { aoi, midori }: KakuuCast): Promise<void> {
  const year = Number(desk.daysBefore(0).slice(0, 4));
  const member = (name: string, relation: string, age: number): object => ({
    id: personId(name),
    role: relation === 'self' ? 'person' : 'householdMember',
    relation,
    birthYear: year - age,
    nameText: desk.textId(`person-name:${name}`),
  });
  await desk.say(
    firstDayOfKakuu,
    100,
    aoi,
    {
      type: 'open-case',
      caseNumber: '',
      receivedOn: desk.daysBefore(firstDayOfKakuu),
      point: 'houkatsu',
      version: 'withConsent',
      urgent: false,
      concerns: ['childRearing', 'care', 'health'],
      worstConcern: 'care',
      triedSchemes: [
        { scheme: 'longTermCare', by: 'houkatsu', outcome: 'noPlace' },
        { scheme: 'childServices', by: 'kodomo', outcome: 'notEnough' },
      ],
      persons: [
        member('mother', 'self', 35),
        member('father', 'spouse', 37),
        member('baby', 'child', 1),
        member('grandfather', 'grandparent', 74),
      ],
      storyText: desk.textId('story'),
      reporterText: null,
      contactRulesText: desk.textId('contact-rules'),
    },
    {
      'person-name:mother': '架空 美咲(かくう みさき)',
      'person-name:father': '架空 大輔(かくう だいすけ)',
      'person-name:baby': '架空 こはる(かくう こはる)',
      'person-name:grandfather': '架空 勇(かくう いさむ)',
      story:
        '乳児の育児と、脳梗塞の後で要介護3の祖父の介護が、産後に眠れない母ひとりに重なっている。父は長距離の運転で週4日不在。ショートステイは空きがなく、産後ケアは1回使ったきり。',
      'contact-rules': '電話は午後1時から3時の間。父の携帯電話は運転中に鳴らさない。',
    },
  );
  await desk.say(
    74,
    40,
    aoi,
    { type: 'screen-case', judgement: 'handOver', reasonText: desk.textId('screening-reason') },
    { 'screening-reason': '介護だけを組み直しても、育児の担い手がいない。' },
  );
  await desk.say(
    74,
    60,
    aoi,
    {
      type: 'send-handoff',
      handoffId: demoId('R8-004 to the town'),
      to: 'hokenfukushi',
      purpose: 'join',
      main: true,
      messageText: desk.textId('handoff-message'),
      personIds: [...adults, 'baby'].map(personId),
      legalBasis: null,
      reasonText: null,
    },
    { 'handoff-message': '育児と介護を一緒に組み直したいです。主担当は当センターのままで。' },
  );
  await desk.say(72, 70, midori, { type: 'accept-handoff', handoffId: demoId('R8-004 to the town'), answerText: null });
}

async function consentAndPlan(desk: DemoDesk, { aoi, midori }: KakuuCast): Promise<void> {
  for (const [nth, name] of adults.entries())
    await desk.say(66, 120 + nth, aoi, {
      type: 'record-consent',
      personId: personId(name),
      status: 'given',
      on: desk.daysBefore(66),
      method: 'signature',
      agencies: [...seated],
      purposes: ['supportCoordination', 'planMaking', 'monitoring'],
      itemClasses: ['attributes', 'health', 'schemeUse'],
      representative: null,
      reviewOn: null,
    });
  await desk.follow(66, 130, 'ask-for-sheets');
  await desk.say(
    63,
    90,
    aoi,
    { type: 'submit-sheet', agency: 'houkatsu', text: desk.textId('sheet:houkatsu') },
    { 'sheet:houkatsu': '夜間の介助が3回。ショートステイが週末に取れれば、母が眠れる夜が2日できる。' },
  );
  await desk.follow(63, 91, 'begin-planning');
  const startsOn = desk.daysBefore(58);
  await desk.say(
    58,
    150,
    midori,
    {
      type: 'draft-plan',
      planId: demoId('R8-004 plan'),
      startsOn,
      endsOn: addMonths(startsOn, 9),
      directionText: desk.textId('plan-direction'),
      goals: [{ id: demoId('R8-004 goal'), text: desk.textId('plan-goal') }],
      roles: seated.map((agency) => ({ agency, text: desk.textId(`plan-role:${agency}`) })),
    },
    {
      'plan-direction': '母が続けて眠れる夜をつくり、介護と育児を家族だけにしない。',
      'plan-goal': '母が週に2晩、続けて6時間眠れる。',
      'plan-role:houkatsu': 'ショートステイの空きを3事業所で探し、介護を組み直す。',
      'plan-role:hoken': '母の睡眠と気分を2週間ごとに確かめる。',
      'plan-role:kodomo': '一時預かりの日を決め、送迎の担い手を探す。',
      'plan-role:shakyo': '週末の見守り訪問。',
    },
  );
  await desk.say(20, 200, aoi, {
    type: 'explain-plan',
    explainedOn: desk.daysBefore(20),
    appliedOn: desk.daysBefore(20),
    appliedBy: 'signature',
  });
  await desk.follow(20, 201, 'ask-for-review');
}

async function decideOnMeeting(desk: DemoDesk, cast: KakuuCast): Promise<void> {
  const { midori, takashi } = cast;
  const { municipality } = desk.ref;
  const sitting = desk.beside({ municipality, kind: 'sitting', id: kakuuSittingId });
  const itemId = demoId('R8-004 item');
  const invitationId = (agency: string): string => demoId(`R8-004 invitation ${agency}`);
  await sitting.say(
    16,
    60,
    midori,
    {
      type: 'open-sitting',
      body: 'planMeeting',
      ordinal: 0,
      heldOn: desk.daysBefore(6),
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: sitting.textId('place'),
      item: {
        itemId,
        caseId: kakuuCaseId,
        purpose: 'adequacyReview',
        personIds: adults.map(personId),
        agencies: [...seated],
      },
    },
    { place: '役場 2階 第2会議室' },
  );
  await sitting.say(16, 70, midori, {
    type: 'call-sitting',
    invitees: seated.map((agency) => ({ invitationId: invitationId(agency), agency })),
    urgentReasonText: null,
  });
  await sitting.follow(16, 71, 'send-invitations');
  for (const [nth, actor] of [cast.aoi, cast.hiroshi, cast.sakura, cast.yukari].entries())
    await sitting.say(14, 60 + nth, actor, {
      type: 'answer-invitation',
      invitationId: invitationId(seated[nth] ?? ''),
      reply: 'attend',
      proxyText: null,
    });
  await sitting.say(6, 160, takashi, {
    type: 'hold-sitting',
    present: ['hokenfukushi', ...seated],
    acknowledgement: 'readAloud',
    chair: 'manager',
  });
  await sitting.say(
    6,
    165,
    midori,
    {
      type: 'give-disposition',
      itemId,
      result: 'adequate',
      taskId: demoId('R8-004 task'),
      ownerAgency: 'hokenfukushi',
      dueOn: desk.daysBefore(3),
      nextStepText: sitting.textId('next-step'),
      endReason: null,
      leadAgencyAfter: null,
    },
    { 'next-step': '起案して支援決定へ。送迎付きの一時預かりが町内にないことを、不足する社会資源として残す。' },
  );
  await sitting.follow(6, 166, 'close-sitting');
}
