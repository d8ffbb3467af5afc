import type { Actor } from '#libs/domain';
import { addMonths } from '#libs/calendar';
import type { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';

/** Who speaks in this story. */
export interface KarinaCast {
  readonly sakura: Actor;
  readonly midori: Actor;
  readonly makoto: Actor;
}

/** The record's id; its number is R8-003 when it is the third of 令和8年度. */
export const karinaCaseId = demoId('R8-003');
export const karinaSittingId = demoId('R8-003 sitting');
/** 開庁日 before D on which the story begins. */
export const firstDayOfKarina = 60;

const mother = demoId('R8-003 mother');
const grandfather = demoId('R8-003 grandfather');
const children = ['daughter', 'sora', 'umi'].map((name) => demoId(`R8-003 ${name}`));
const seated = ['kodomo', 'shakyo', 'gakkou'] as const;

/**
 * 仮名家: a girl of fourteen who looks after her sisters (young carer). Invented. Told up to D: the plan was explained and stands on a
 * 重層的支援会議 in preparation; then the mother took the school out of her consent, so that its item is frozen and nothing is called yet. A つなぎ about the grandfather waits for its answer.
 */
export async function tellKarinaFamily(desk: DemoDesk, cast: KarinaCast): Promise<void> {
  await receive(desk, cast);
  await consentAndSheets(desk, cast);
  await plan(desk, cast);
  const { sakura, midori } = cast;
  const sitting = desk.beside({ municipality: desk.ref.municipality, kind: 'sitting', id: karinaSittingId });
  await sitting.say(
    8,
    60,
    midori,
    {
      type: 'open-sitting',
      body: 'planMeeting',
      ordinal: 0,
      heldOn: desk.daysBefore(-6),
      startsAt: '10:00',
      endsAt: '11:00',
      placeText: sitting.textId('place'),
      item: {
        itemId: demoId('R8-003 item'),
        caseId: karinaCaseId,
        purpose: 'adequacyReview',
        personIds: [mother],
        agencies: [...seated],
      },
    },
    { place: '役場 2階 第1会議室' },
  );
  await desk.say(
    5,
    100,
    sakura,
    {
      type: 'send-handoff',
      handoffId: demoId('R8-003 to houkatsu'),
      to: 'houkatsu',
      purpose: 'join',
      main: false,
      messageText: desk.textId('handoff-message:houkatsu'),
      personIds: [grandfather],
      legalBasis: 'personalInformationAct27-1',
      reasonText: desk.textId('handoff-reason:houkatsu'),
    },
    {
      'handoff-message:houkatsu':
        '同居の祖父は難聴で、昼間は一人です。暮らしの様子を一度見てください。訪問は同行できます。',
      'handoff-reason:houkatsu': '火の始末が心配で、本人の意向を確かめる前に安全を見る必要がある。',
    },
  );
  await desk.say(
    5,
    180,
    sakura,
    {
      type: 'withdraw-consent',
      personId: mother,
      withdrawalId: demoId('R8-003 withdrawal'),
      on: desk.daysBefore(5),
      agencies: ['gakkou'],
      method: 'oral',
      representative: null,
      reasonText: desk.textId('withdrawal-reason'),
    },
    { 'withdrawal-reason': '「先生に家のことを知られるのが恥ずかしい」。次の面談は通訳を頼んである。' },
  );
  await desk.follow(5, 181, 'tell-recipients-of-withdrawal');
}

async function receive(desk: DemoDesk, { sakura, midori, makoto }: KarinaCast): Promise<void> {
  const year = Number(desk.daysBefore(0).slice(0, 4));
  const member = (name: string, relation: string, age: number): object => ({
    id: name === 'mother' ? mother : demoId(`R8-003 ${name}`),
    role: name === 'mother' ? 'person' : 'householdMember',
    relation,
    birthYear: year - age,
    nameText: desk.textId(`person-name:${name}`),
  });
  await desk.say(
    firstDayOfKarina,
    80,
    sakura,
    {
      type: 'open-case',
      caseNumber: '',
      receivedOn: desk.daysBefore(firstDayOfKarina),
      point: 'kodomo',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['childRearing', 'family', 'care'],
      worstConcern: 'childRearing',
      triedSchemes: [
        { scheme: 'childServices', by: 'kodomo', outcome: 'stopped' },
        { scheme: 'schoolSupport', by: 'gakkou', outcome: 'underWay' },
      ],
      persons: [
        member('mother', 'self', 38),
        member('daughter', 'child', 14),
        member('sora', 'child', 6),
        member('umi', 'child', 3),
        member('grandfather', 'parent', 71),
      ],
      storyText: desk.textId('story'),
      reporterText: desk.textId('reporter'),
      contactRulesText: desk.textId('contact-rules'),
    },
    {
      'person-name:mother': '仮名 マリア(かりな まりあ)',
      'person-name:daughter': '仮名 ひかり(かりな ひかり)',
      'person-name:sora': '仮名 そら(かりな そら)',
      'person-name:umi': '仮名 うみ(かりな うみ)',
      'person-name:grandfather': '仮名 正(かりな ただし)',
      story:
        '中学2年の長女が妹2人の送迎と家事を担い、欠席が月8日。母は夜勤で、日本語の読み書きが苦手。一時預かりは申込書が読めず手続きが止まった。就学援助は受給中。同居の祖父は難聴。',
      reporter: '中学校からの相談。学校名と担任の名は書かない。',
      'contact-rules': '母には、やさしい日本語か母語の文で伝える。夜勤明けの午前は電話しない。',
    },
  );
  await desk.say(
    59,
    40,
    sakura,
    { type: 'screen-case', judgement: 'handOver', reasonText: desk.textId('screening-reason') },
    { 'screening-reason': '送迎、家計、学校が重なり、センターだけでは支えきれない。' },
  );
  for (const [to, main, words] of [
    ['hokenfukushi', true, '多機関協働での整理をお願いします。通訳が要ります。'],
    ['shakyo', false, '送迎の支えと学習の場を一緒に考えてください。'],
  ] as const)
    await desk.say(
      59,
      main ? 60 : 70,
      sakura,
      {
        type: 'send-handoff',
        handoffId: demoId(`R8-003 to ${to}`),
        to,
        purpose: 'join',
        main,
        messageText: desk.textId(`handoff-message:${to}`),
        personIds: [mother, ...children],
        ...(main
          ? { legalBasis: null, reasonText: null }
          : { legalBasis: 'personalInformationAct27-1', reasonText: desk.textId('handoff-reason') }),
      },
      {
        [`handoff-message:${to}`]: words,
        ...(main ? {} : { 'handoff-reason': '子どもの安全と通学を守るため、母の同意を待てない。' }),
      },
    );
  await desk.say(57, 50, midori, accepts('hokenfukushi'));
  await desk.say(56, 120, makoto, accepts('shakyo'));
}

const accepts = (agency: string): { readonly type: string } & Readonly<Record<string, unknown>> => ({
  type: 'accept-handoff',
  handoffId: demoId(`R8-003 to ${agency}`),
  answerText: null,
});

async function consentAndSheets(desk: DemoDesk, { sakura, makoto }: KarinaCast): Promise<void> {
  await desk.say(52, 200, sakura, {
    type: 'record-consent',
    personId: mother,
    status: 'given',
    on: desk.daysBefore(52),
    method: 'signature',
    agencies: [...seated],
    purposes: ['supportCoordination', 'planMaking', 'monitoring'],
    itemClasses: ['attributes', 'schooling', 'schemeUse', 'lifeHistory'],
    representative: null,
    reviewOn: null,
  });
  await desk.follow(52, 201, 'ask-for-sheets');
  await desk.say(
    50,
    90,
    sakura,
    { type: 'submit-sheet', agency: 'kodomo', text: desk.textId('sheet:kodomo') },
    { 'sheet:kodomo': '長女の気持ちを聴き取った。「妹は好き。でも部活に行きたい」。送迎と夕方の2時間が要る。' },
  );
  await desk.say(
    49,
    100,
    makoto,
    { type: 'submit-sheet', agency: 'shakyo', text: desk.textId('sheet:shakyo') },
    { 'sheet:shakyo': '送迎の協力会員が1人いる。週2回なら続けられる。学習の場は木曜の夕方。' },
  );
  await desk.follow(49, 101, 'begin-planning');
}

async function plan(desk: DemoDesk, { sakura, midori }: KarinaCast): Promise<void> {
  const startsOn = desk.daysBefore(44);
  await desk.say(
    44,
    150,
    midori,
    {
      type: 'draft-plan',
      planId: demoId('R8-003 plan'),
      startsOn,
      endsOn: addMonths(startsOn, 9),
      directionText: desk.textId('plan-direction'),
      goals: [
        { id: demoId('R8-003 goal school'), text: desk.textId('plan-goal:school') },
        { id: demoId('R8-003 goal care'), text: desk.textId('plan-goal:care') },
      ],
      roles: seated.map((agency) => ({ agency, text: desk.textId(`plan-role:${agency}`) })),
    },
    {
      'plan-direction': '長女が子どもでいられる時間をつくる。母の手続きを通訳とともに進める。',
      'plan-goal:school': '長女が週4日、遅れずに登校する。',
      'plan-goal:care': '妹たちの送迎を週2回、長女のほかの人が担う。',
      'plan-role:kodomo': '一時預かりの申込みに付き添い、長女の話を月に1回聴く。',
      'plan-role:shakyo': '協力会員による送迎(週2回)と、木曜の学習の場。',
      'plan-role:gakkou': '欠席が続いた週に、こども家庭センターへ知らせる。',
    },
  );
  await desk.say(10, 200, sakura, {
    type: 'explain-plan',
    explainedOn: desk.daysBefore(10),
    appliedOn: desk.daysBefore(10),
    appliedBy: 'signature',
  });
  await desk.follow(10, 201, 'ask-for-review');
}
