import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { neverInMail } from './household.ts';
import { Journey } from './journey.ts';
import { Town } from './town.ts';
import { WatchedBrowser } from './watched-browser.ts';
import { consentOfMother, planWithRoles, decideSupport, monitorAndEvaluate, endAndFollowUp } from './with-consent.ts';
import {
  receiveWithoutConsent,
  stallUntilBoardShows,
  accept,
  inviteFive,
  answerByLink,
  remindTheSilent,
  holdWithOutreach,
} from './without-consent.ts';

// Real: PostgreSQL, the API with the built pages, the notifier over SMTP, the procedures (in this process), Chromium. Driven: the clock.

let journey: Journey;

beforeAll(async () => {
  const town = await Town.open();
  journey = new Journey(town, await WatchedBrowser.launch(town.url));
});
afterAll(async () => {
  await journey.browser.close();
  await journey.town.close();
});

describe('one case of 東吾妻町 from intake to follow-up, in the browser', () => {
  it('[R1] lets the 地域包括支援センター receive a household without consent', async () =>
    receiveWithoutConsent(journey));
  it('[R12] asks again when nobody answers, tells the superior, and shows the manager who can move it', async () =>
    stallUntilBoardShows(journey));
  it('lets the 基幹相談支援センター accept', async () => accept(journey));
  it('[R63] invites five agencies to a 支援会議 by one mail each to the head, without a word about the household', async () =>
    inviteFive(journey));
  it('[R29] lets each answer by its own link without an account, and only a sent answer changes anything', async () =>
    answerByLink(journey));
  it('[R32] asks only those again who did not answer; the office answers for whom it rang up', async () =>
    remindTheSilent(journey));
  it('[R35] holds the 支援会議 with 守秘義務の確認 and decides outreach, with 事前調整 before the first contact', async () =>
    holdWithOutreach(journey));
  it('[R2][R9] takes the mother onto the main stages by her consent, and refuses the son a 重層的支援会議 with the reason', async () =>
    consentOfMother(journey));
  it('[R45] gathers the sheets, drafts the plan with roles, and explains it to the person, who applies', async () =>
    planWithRoles(journey));
  it('[R45] has the plan found 適切 by a 重層的支援会議 and decided by the town', async () => decideSupport(journey));
  it('[R47] has the roles acknowledged, asks for monitoring each month and for the evaluation after three', async () =>
    monitorAndEvaluate(journey));
  it('[R13][R48] ends with an outcome per goal and a named 主担当機関, follows up at 30 and 90 days, and closes with nothing owed', async () =>
    endAndFollowUp(journey));

  it('[R62] said nothing about anybody in any mail, and went through all pages without trouble', () => {
    for (const { recipients, raw, mail } of journey.town.mails) {
      expect(recipients).toHaveLength(1);
      const calendar = mail.attachments.map(({ content }) => content.toString()).join('');
      const html = typeof mail.html === 'string' ? mail.html : '';
      const said = [raw, mail.subject, mail.text, html, calendar].join('\n');
      expect(neverInMail.filter((word) => said.includes(word))).toEqual([]);
    }
    expect(journey.browser.troubles).toEqual([]);
  });
});
