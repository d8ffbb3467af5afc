import { boardTexts } from './board-texts.ts';
import { caseTexts } from './case-texts.ts';
import { caseWords } from './case-words.ts';
import { codeLabels } from './code-labels.ts';
import { effectTexts } from './effect-texts.ts';
import { fieldTexts } from './field-texts.ts';
import { formChoiceTexts } from './form-choice-texts.ts';
import { formTexts } from './form-texts.ts';
import { frameTexts } from './frame-texts.ts';
import { intakeTexts } from './intake-texts.ts';
import { keepingWords } from './keeping-words.ts';
import { phoneTexts } from './phone-texts.ts';
import { recordLabels } from './record-labels.ts';
import { recordTexts } from './record-texts.ts';
import { sittingTexts } from './sitting-texts.ts';
import { sittingWords } from './sitting-words.ts';
import { workTexts } from './work-texts.ts';

/** Every word of the office pages, in ICU message format. A key that is not here does not compile. */
export const ja = {
  ...frameTexts,
  ...formTexts,
  ...formChoiceTexts,
  ...effectTexts,
  ...fieldTexts,
  ...recordTexts,
  ...workTexts,
  ...phoneTexts,
  ...intakeTexts,
  ...caseTexts,
  ...sittingTexts,
  ...boardTexts,
  ...codeLabels,
  ...recordLabels,
  ...caseWords,
  ...sittingWords,
  ...keepingWords,
} as const;

export type MessageKey = keyof typeof ja;
