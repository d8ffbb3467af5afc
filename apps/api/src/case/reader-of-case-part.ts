import type { CaseState } from '#libs/domain';
import type { AskedPart, IsReadable } from '../records/asked-part.ts';
import { CaseReading } from './view/case-reading.ts';
import { readableCaseTexts } from './view/readable-texts.ts';

/** What of a part of a case is for this viewer. Codes of a consent say as much as its texts. */
export function readerOfCasePart({ viewer, part, ...asked }: AskedPart<CaseState>): IsReadable | undefined {
  const reading = new CaseReading(viewer, asked);
  const [name, about = ''] = part.split('/');
  if (name === 'consent' && !reading.person(about)) return undefined;
  const readable = readableCaseTexts(reading, asked.state);
  return (textId) => readable.has(textId);
}
