import { expect, it } from '@jest/globals';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase } from '../testing/make-case.ts';
import { obligationKinds, type Holder } from './obligation.ts';
import { stepNotices } from './step-notices.ts';

const posts = ['staff', 'head', 'coordinator', 'manager'] as const;

it('[R85] 所属長への連絡 never goes to the one who was asked, whoever owes whatever', () => {
  const { desk, ref } = makeCase({ desk: new DomainDesk() });
  const [one] = Object.values(desk.case(ref).obligations);
  if (!one) throw new Error('nothing is owed');
  let escalated = 0;
  for (const kind of obligationKinds)
    for (const { code } of desk.rules.agencies)
      for (const post of posts)
        for (const askedBy of [code, 'houkatsu', 'office']) {
          const holder: Holder = { agency: code, post };
          const obligation = { ...one, kind, holder, askedBy };
          const said = (step: 'reminder' | 'escalation'): string | undefined => {
            const event = {
              type: 'obligation-step-taken',
              v: 1,
              key: one.key,
              step,
              index: 0,
              taken: 1,
              on: desk.today,
            } as never;
            const before = { ...desk.case(ref), obligations: { [one.key]: obligation } };
            const [notice] = stepNotices(event, before, desk.context());
            return notice && `${notice.recipient.agency}/${notice.recipient.to}`;
          };
          // An invitation goes to the head of the body, whoever there holds the task to answer.
          const asked = kind === 'reply' ? `${code}/head` : said('reminder');
          // 課長 is one person, as head of the section and as its manager.
          const persons =
            asked === 'office/head' || asked === 'office/manager' ? ['office/head', 'office/manager'] : [asked];
          expect(persons).not.toContain(said('escalation'));
          escalated += 1;
        }
  expect(escalated).toBeGreaterThan(1_000);
});
