import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 as uuidv7 } from 'uuid';
import { msOfDate } from '#libs/calendar';
import { caseOf, inMunicipality, invitationByToken, tokenHash } from '#libs/persistence';
import { startMailCatcher, type MailCatcher } from '../../../libs/notification/src/testing/mail-catcher.ts';
import {
  openDesk,
  openHousehold,
  openSitting,
  storyOfHousehold,
  testRolePasswords,
  type Desk,
} from '../../../libs/persistence/src/testing/index.ts';
import { deliverWith, type OpenNotifier } from './start-notifier.ts';

const publicUrl = 'https://tsunagi.example.jp';
const five = ['houkatsu', 'kikan', 'shakyo', 'kodomo', 'hoken'];
const heads = [
  'hoken-cho@example.jp',
  'houkatsu-cho@example.jp',
  'kikan-kanrisha@example.jp',
  'kodomo-cho@example.jp',
  'shakyo-kyokucho@example.jp',
];

/** Real: executor, rules, profile, PostgreSQL, SMTP server, notifier. Not real: the workflow, whose commands the test gives. */
describe('the notices of a sitting', () => {
  let desk: Desk;
  let catcher: MailCatcher;
  let notifier: OpenNotifier;

  beforeAll(async () => {
    desk = await openDesk();
    catcher = await startMailCatcher();
    const { ownerUrl: databaseUrl } = desk.database;
    const log = { warn: () => undefined, error: () => undefined };
    notifier = await deliverWith(desk.cipher, {
      databaseUrl,
      rolePasswords: testRolePasswords,
      smtpUrl: catcher.url,
      publicUrl,
      demo: true,
      log,
    });
  });

  afterAll(async () => {
    await notifier.close();
    await catcher.close();
    await desk.close();
  });

  const queued = async (): Promise<number> =>
    (await desk.clockRole.query<{ n: number }[]>(`select count(*)::int as n from outbox where topic = 'notice'`))[0]
      ?.n ?? -1;
  /** All mails that came since the last asking. */
  let read = 0;
  const newMails = async (): Promise<MailCatcher['caught']> => {
    const last = Date.now() + 20_000;
    while ((await queued()) > 0) {
      if (Date.now() > last) throw new Error('waited in vain');
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    const fresh = catcher.caught.slice(read);
    read = catcher.caught.length;
    return fresh;
  };
  const recipients = (mails: MailCatcher['caught']): string[] => mails.flatMap((mail) => mail.recipients).toSorted();
  const subjects = (mails: MailCatcher['caught']): string[] => [
    ...new Set(mails.map(({ mail }) => mail.subject ?? '')),
  ];

  it('[R32] [R62] [R63] go to the heads of the bodies one by one, with a link of their own, without a word about the household; only who is silent is asked again', async () => {
    const household = await openHousehold(desk);
    const { ref, item } = await openSitting(desk, household);
    await newMails();
    const invitees = five.map((agency) => ({ invitationId: uuidv7(), agency }));
    await desk.done(ref, household.coordinator, { type: 'call-sitting', invitees, urgentReasonText: null });
    await desk.done(ref, { kind: 'workflow' }, { type: 'send-invitations' });

    const invited = await newMails();
    expect(recipients(invited)).toEqual(heads);
    expect(invited.every((mail) => mail.recipients.length === 1)).toBe(true);
    expect(subjects(invited)).toEqual(['令和8年度第1回支援会議の開催について(通知)']);
    expect(invited[0]!.mail.text).toContain('日時 令和8年7月15日(水) 13:30から15:00まで\n場所 役場 第1会議室');
    for (const { agency, invitationId } of invitees) {
      const [mail] = invited.filter(({ mail: { text } }) =>
        text?.includes(desk.cipher.replyToken(desk.municipality, invitationId)),
      );
      const [token = ''] = /(?<=\/o\/r\/)[\w-]+/u.exec(mail?.mail.text ?? '') ?? [];
      expect(await invitationByToken(desk.app, tokenHash(token))).toMatchObject({ invitationId, agency });
    }

    await desk.done(
      ref,
      { kind: 'invitee', agency: 'kikan', invitationId: invitees[1]!.invitationId },
      {
        type: 'answer-invitation',
        invitationId: invitees[1]!.invitationId,
        reply: 'attend',
        proxyText: null,
      },
    );
    const dueOn = /回答期限 令和8年(\d+)月(\d+)日/u.exec(invited[0]!.mail.text ?? '');
    const [month = '', day = ''] = dueOn?.slice(1) ?? [];
    desk.clock.setTo(msOfDate(`2026-${month.padStart(2, '0')}-${day.padStart(2, '0')}`, '08:29'));
    await desk.done(ref, { kind: 'clock' }, { type: 'enforce' });
    const reminded = await newMails();
    expect(subjects(reminded)).toEqual(['令和8年度第1回支援会議の出欠のご回答について(再度のお願い)']);
    expect([...new Set(recipients(reminded))]).toEqual(heads.filter((head) => !head.startsWith('kikan')));

    const place = desk.text('別館 2階', 'place');
    await desk.done(
      ref,
      household.coordinator,
      { type: 'move-sitting', heldOn: '2026-07-22', startsAt: '10:00', endsAt: '11:30', placeText: place.id },
      { texts: [place] },
    );
    const moved = await newMails();
    expect(recipients(moved)).toEqual(heads);
    expect(subjects(moved)).toEqual(['令和8年度第1回支援会議の日時・場所の変更について(通知)']);
    expect(moved[0]!.mail.attachments.at(-1)?.content.toString()).toMatch(
      /SEQUENCE:1\r\n[^]*DTSTART;TZID=Asia\/Tokyo:20260722T100000/u,
    );

    const reason = desk.text('本人が入院したため');
    await desk.done(ref, household.coordinator, { type: 'cancel-sitting', reasonText: reason.id }, { texts: [reason] });
    const cancelled = await newMails();
    expect(recipients(cancelled)).toEqual(heads);
    expect(subjects(cancelled)).toEqual(['令和8年度第1回支援会議の開催取りやめについて(通知)']);

    const everything = catcher.caught
      .map(({ raw, mail }) =>
        [raw, mail.text, mail.html, ...mail.attachments.map(({ content }) => content.toString())].join('\n'),
      )
      .join('\n');
    const kase = await inMunicipality(desk.app, { municipality: desk.municipality }, async (tx) =>
      caseOf(tx, item.caseId),
    );
    const unspeakable = [
      '架空 花子',
      '架空 太郎',
      storyOfHousehold,
      '息子',
      '入院',
      kase!.state.caseNumber,
      item.caseId,
      household.motherId,
    ];
    expect(unspeakable.filter((word) => everything.includes(word))).toEqual([]);
  });
});
