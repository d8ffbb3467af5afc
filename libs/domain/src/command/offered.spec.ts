import { describe, expect, it } from '@jest/globals';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { worker } from '../testing/town-people.ts';
import { stages } from '../case/stage.ts';
import { caseCommands } from '../case/case-registry.ts';
import { offeredBy, offeredTypes } from './offered.ts';
import { sittingCommands } from '../sitting/sitting-registry.ts';

const units = Object.values(caseCommands);
const offered = ({ desk, ref }: MadeCase): readonly string[] =>
  offeredBy(units, desk.case(ref), desk.context()).flatMap(({ command, refusal }) => (refusal ? [] : [command]));

describe('what a case page offers', () => {
  it.each(stages)('in %s says of every command that it is open, or why not', (stage) => {
    const { desk, ref } = makeCase({ stage });
    const all = offeredBy(units, desk.case(ref), desk.context());
    expect(all.map(({ command }) => command)).toEqual(offeredTypes(units));
    for (const { refusal } of all) expect(refusal?.code).not.toBe('command.unknown');
  });

  it('offers at each stage the commands that lead on', () => {
    const leads = {
      intake: 'screen-case',
      screening: 'send-handoff',
      handoff: 'accept-handoff',
      accepted: 'record-consent',
      planning: 'draft-plan',
      decision: 'draft-approval',
      support: 'record-monitoring',
      evaluation: 'record-evaluation',
      interrupted: 'resume-support',
      followUp: 'record-follow-up',
      closed: 'reopen-case',
    } as const;
    for (const [stage, command] of Object.entries(leads))
      expect(offered(makeCase({ stage: stage as keyof typeof leads }))).toContain(command);
  });

  it('offers what a situation calls for', () => {
    expect(offered(situations.candidate())).toEqual(expect.arrayContaining(['confirm-candidate', 'dismiss-candidate']));
    expect(offered(situations.outreach())).toEqual(expect.arrayContaining(['record-pre-contact', 'review-track']));
    expect(offered(situations.preContact())).toContain('record-contact');
    expect(offered(situations.sheetsAsked())).toContain('submit-sheet');
    expect(offered(situations.planDrafted())).toContain('explain-plan');
    expect(offered(situations.approvalDrafted())).toContain('decide-support');
    expect(offered(situations.refused())).toContain('allow-support-meeting');
    expect(offered(situations.task())).toContain('finish-task');
    const withdrawn = situations.frozen();
    withdrawn.desk.system(withdrawn.ref, 'tell-recipients-of-withdrawal');
    expect(offered(withdrawn)).toContain('confirm-withdrawal');
    expect(offered(makeCase({ stage: 'support' }))).toContain('withdraw-consent');
  });

  it('offers the secretariat the answer that an agency without account gave it: how it was told is typed there', () => {
    const made = makeCase({ stage: 'screening' });
    made.desk.done(made.ref, say.sendHandoff(made.desk, { to: 'minsei' }), worker);
    expect(offered(made)).toEqual(expect.arrayContaining(['accept-handoff', 'decline-handoff']));
  });

  it('offers nothing but a new beginning after the end', () => {
    expect(offered(makeCase({ stage: 'advised' }))).toEqual(['reopen-case']);
    expect(offered(situations.adviceOnly())).toEqual([]);
  });
});

describe("what a sitting's page offers", () => {
  it('follows its course', () => {
    const made = makeCase({ stage: 'accepted' });
    const { desk } = made;
    const { sitting, itemId } = place(made, { heldOn: desk.ahead(2) });
    const open = (): readonly string[] =>
      offeredBy(Object.values(sittingCommands), desk.sitting(sitting), desk.context()).flatMap(
        // To read with a reason is possible at any time.
        ({ command, refusal }) => (refusal || command === 'read-with-reason' ? [] : [command]),
      );
    expect(open()).toEqual([
      'add-item',
      'remove-item',
      'take-off-item',
      'call-sitting',
      'move-sitting',
      'cancel-sitting',
    ]);
    desk.done(sitting, say.callSitting(desk, ['houkatsu'], { urgentReasonText: 'text-0' }));
    expect(open()).toEqual([
      'add-item',
      'remove-item',
      'take-off-item',
      'add-invitee',
      'acknowledge-secrecy',
      'answer-invitation',
      'move-sitting',
      'cancel-sitting',
    ]);
    desk.passTo(desk.sitting(sitting).heldOn);
    expect(open()).toContain('hold-sitting');
    desk.done(sitting, say.holdSitting());
    expect(open()).toEqual(['give-disposition']);
    desk.done(sitting, say.dispose(desk, itemId, 'shared'));
    desk.system(sitting, 'close-sitting');
    // Who was not there may be told what came of it.
    expect(open()).toEqual(['release-disposition']);
  });

  it('has nobody left to invite when all agencies are', () => {
    const made = makeCase({ stage: 'accepted' });
    const { sitting } = place(made);
    const { desk } = made;
    desk.done(
      sitting,
      say.callSitting(
        desk,
        desk.rules.agencies.map(({ code }) => code),
      ),
    );
    const invite = offeredBy(Object.values(sittingCommands), desk.sitting(sitting), desk.context()).find(
      ({ command }) => command === 'add-invitee',
    );
    expect(invite?.refusal?.code).toBe('sitting.all-invited');
  });
});
