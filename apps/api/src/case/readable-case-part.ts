import type { CaseState } from '#libs/domain';
import type { AskedPart, ReadablePart } from '../records/readable-part.ts';
import { casePart } from './case-part.ts';
import { CaseReading } from './view/case-reading.ts';
import { readableCaseTexts } from './view/readable-texts.ts';

/** What a part of a case holds for this viewer. Codes of a consent say as much as its texts. */
export function readableCasePart({ viewer, part, ...asked }: AskedPart<CaseState>): ReadablePart | undefined {
  const reading = new CaseReading(viewer, asked);
  const [name, about = ''] = part.split('/');
  if (name === 'consent' && !reading.person(about)) return undefined;
  const readable = readableCaseTexts(reading, asked.state);
  return { contents: casePart(asked.state, part), isReadable: (textId) => readable.has(textId) };
}
