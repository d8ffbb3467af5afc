import type { Actor } from '#libs/domain';
import type { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';

/** Who speaks in this story. */
export interface MihonCast {
  readonly aoi: Actor;
  readonly midori: Actor;
}

/** The record's id; its number is R8-001 when it is the first of 令和8年度. */
export const mihonCaseId = demoId('R8-001');
/** 開庁日 before D on which the story begins. */
export const firstDayOfStory = 14;

/**
 * 見本家: a mother in need of care and a son whom nobody has met (8050). Invented. Told up to D: the つなぎ to the
 * 基幹相談支援センター was sent nine 開庁日 ago and is unanswered, asked for again twice, its head was told.
 */
export async function tellMihonFamily(desk: DemoDesk, { aoi, midori }: MihonCast): Promise<void> {
  const mother = demoId('R8-001 mother');
  const son = demoId('R8-001 son');
  const text = (slot: string): string => desk.textId(slot);
  const birthYear = (age: number): number => Number(desk.daysBefore(0).slice(0, 4)) - age;

  await desk.say(
    firstDayOfStory,
    70,
    aoi,
    {
      type: 'open-case',
      caseNumber: '',
      receivedOn: desk.daysBefore(firstDayOfStory),
      point: 'houkatsu',
      version: 'withoutConsent',
      urgent: false,
      concerns: ['withdrawal', 'care', 'utilities'],
      worstConcern: 'withdrawal',
      triedSchemes: [
        { scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' },
        { scheme: 'povertyConsultation', by: 'shakyo', outcome: 'refusedByPerson' },
      ],
      persons: [
        {
          id: mother,
          role: 'person',
          relation: 'self',
          birthYear: birthYear(82),
          nameText: text('person-name:mother'),
        },
        {
          id: son,
          role: 'householdMember',
          relation: 'child',
          birthYear: birthYear(54),
          nameText: text('person-name:son'),
        },
      ],
      storyText: text('story'),
      reporterText: text('reporter'),
      contactRulesText: text('contact-rules'),
    },
    {
      'person-name:mother': '見本 千代(みほん ちよ)',
      'person-name:son': '見本 直樹(みほん なおき)',
      story:
        '要介護1の母と、約20年仕事に就いていない長男の二人暮らし。収入は母の年金のみで、水道料金の滞納が3か月。母は物忘れが進んでいる。長男は来客があると部屋から出ず、デイサービスは長男が断って中止になった。',
      reporter: '民生委員から電話。「回覧板が3回そのままになっている」。民生委員の名は世帯にも他機関にも出さない約束。',
      'contact-rules': '電話は平日の午前だけ。留守番電話に用件を残さない。母に長男の話をするときは二人きりの場で。',
    },
  );
  await desk.say(
    13,
    40,
    aoi,
    { type: 'screen-case', judgement: 'handOver', reasonText: text('screening-reason') },
    {
      'screening-reason': '介護だけでは動かない。長男の見立てと家計の相談を、ほかの機関と一緒に進める必要がある。',
    },
  );
  await desk.say(
    13,
    60,
    aoi,
    {
      type: 'send-handoff',
      handoffId: demoId('R8-001 to the town'),
      to: 'hokenfukushi',
      purpose: 'join',
      main: false,
      messageText: text('handoff-message:town'),
    },
    {
      'handoff-message:town': '8050の世帯です。多機関協働での整理に入っていただきたいです。',
    },
  );
  await desk.say(12, 95, midori, { type: 'accept-handoff', handoffId: demoId('R8-001 to the town'), answerText: null });
  await desk.say(10, 120, aoi, {
    type: 'record-consent',
    personId: mother,
    status: 'given',
    on: desk.daysBefore(10),
    method: 'oral',
    agencies: ['houkatsu', 'kikan', 'shakyo', 'hokenfukushi'],
    purposes: ['supportCoordination'],
    itemClasses: ['attributes', 'health', 'schemeUse', 'lifeHistory', 'incomeDebt'],
    representative: null,
    reviewOn: null,
  });
  await desk.say(
    9,
    50,
    aoi,
    {
      type: 'send-handoff',
      handoffId: demoId('R8-001 to kikan'),
      to: 'kikan',
      purpose: 'join',
      main: true,
      messageText: text('handoff-message:kikan'),
    },
    {
      'handoff-message:kikan': '長男の見立てをお願いします。会えるまでに時間がかかりそうです。訪問は同行できます。',
    },
  );
}
