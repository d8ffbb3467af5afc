import { expect, it } from '@jest/globals';
import * as say from '../testing/case-script.ts';
import { makeCase, place, type MadeCase } from '../testing/make-case.ts';
import { dispositionResults, itemPurposes } from './codes.ts';
import { stages, type Stage } from './stage.ts';

/** What a mark in the tables stands for. */
const legend: Readonly<Record<string, string>> = {
  done: 'ok',
  'case.not-in-stage': '·',
  'case.ended': '×',
  'item.purpose-unfit': '-',
  'disposition.result-unfit': '-',
  'consent.required': 'c',
};
const row = (name: string, codes: readonly string[]): string =>
  name.padEnd(34) +
  codes
    .map((code) => (legend[code] ?? code).padEnd(2))
    .join(' ')
    .trimEnd();

it('[R3][R4][R26] every kind of meeting and purpose × every stage: may the mother, who consents from アセスメント on, be put on it', () => {
  const made = stages.map((stage) => makeCase({ stage }));
  const lines = ['supportMeeting', 'planMeeting'].flatMap((body) =>
    itemPurposes.map((purpose) =>
      row(
        `${body} ${purpose}`,
        made.map(({ desk, ref }) => desk.answer(desk.newRef('sitting'), say.openSitting(desk, ref, { body, purpose }))),
      ),
    ),
  );
  expect([stages.join(' '), ...lines].join('\n')).toBe(
    `
intake screening handoff accepted assessment planning adequacyReview decision support evaluation interrupted followUp closed advised
supportMeeting informationSharing ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
supportMeeting judgement          ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
supportMeeting direction          ok ok ok ok ok ok ok ok ok ok ok ×  ×  ×
supportMeeting adequacyReview     -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
supportMeeting evaluation         -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
supportMeeting closureDecision    -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
supportMeeting interruption       -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
planMeeting informationSharing    c  c  c  c  ok ok ok ok ok ok ok ×  ×  ×
planMeeting judgement             -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
planMeeting direction             -  -  -  -  -  -  -  -  -  -  -  ×  ×  ×
planMeeting adequacyReview        ·  ·  ·  ·  ·  ·  ok ·  ·  ·  ·  ×  ×  ×
planMeeting evaluation            ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ×  ×  ×
planMeeting closureDecision       ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ok ×  ×  ×
planMeeting interruption          ·  ·  ·  ·  ·  ·  ·  ·  ·  ok ·  ×  ×  ×
`.trim(),
  );
});

const item = (stage: Stage, body: string, purpose: (typeof itemPurposes)[number]): MadeCase => {
  const made = makeCase({ stage });
  place(made, { body, purpose });
  return made;
};

it('every item × every result: which results fit the purpose', () => {
  const items: Readonly<Record<string, MadeCase>> = {
    'supportMeeting judgement': item('accepted', 'supportMeeting', 'judgement'),
    'planMeeting informationSharing': item('support', 'planMeeting', 'informationSharing'),
    'planMeeting adequacyReview': item('adequacyReview', 'planMeeting', 'adequacyReview'),
    'planMeeting evaluation': item('evaluation', 'planMeeting', 'evaluation'),
    'planMeeting closureDecision': item('evaluation', 'planMeeting', 'closureDecision'),
    'planMeeting interruption': item('evaluation', 'planMeeting', 'interruption'),
  };
  const lines = Object.entries(items).map(([name, { desk, ref }]) =>
    row(
      name,
      dispositionResults.map((result) =>
        desk.answer(ref, {
          ...say.dispose(desk, desk.case(ref).placements.at(-1)?.itemId ?? '', result, {
            endReason: 'rolesAgreed',
            leadAgencyAfter: 'houkatsu',
          }),
          type: 'take-disposition',
        }),
      ),
    ),
  );
  expect([dispositionResults.join(' '), ...lines].join('\n')).toBe(
    `
shared outreach otherLaw seekConsent continued trackEnded adequate conditional redo ended replan interrupted adjourned
supportMeeting judgement          ok ok ok ok ok ok -  -  -  -  -  -  ok
planMeeting informationSharing    ok -  -  -  ok -  -  -  -  -  -  -  ok
planMeeting adequacyReview        -  -  -  -  -  -  ok ok ok -  -  -  ok
planMeeting evaluation            -  -  -  -  ok -  -  -  -  ok ok ok ok
planMeeting closureDecision       -  -  -  -  ok -  -  -  -  ok ok ok ok
planMeeting interruption          -  -  -  -  ok -  -  -  -  ok ok ok ok
`.trim(),
  );
});
