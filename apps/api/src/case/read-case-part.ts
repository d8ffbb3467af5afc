import { withEntries, type CaseState, type Refusal } from '#libs/domain';
import { LeftEntries, type Disclosed } from '#libs/persistence';
import type { AskedPart, ReadPart } from '../records/asked-part.ts';
import { CaseReading } from './view/case-reading.ts';
import { readableCaseTexts } from './view/readable-texts.ts';
import { readingDisclosures } from './view/reading-disclosures.ts';
import { toldRefusal } from './view/told-refusals.ts';

/** What of a part of a case is for this viewer, judged as its page is: what is shown there is shown beside what was sent, and nothing else. */
export async function readCasePart({
  tx,
  viewer,
  record,
  part,
  ...asked
}: AskedPart<CaseState>): Promise<ReadPart<CaseState> | undefined> {
  const [, about = ''] = part.split('/');
  const state = withEntries(record.state, await new LeftEntries(tx, record).named(about === '' ? [] : [about]));
  const reading = new CaseReading(viewer, { state, ...asked });
  if (!seesPart(reading, state, part)) return undefined;
  const readable = readableCaseTexts(reading, state);
  return {
    state,
    isReadable: (textId) => readable.has(textId),
    shown: (contents) => withoutUnknownAgencies(contents, part, reading, state),
    disclosures: (texts) => [
      { recordId: record.id, disclosures: shownIn(part, { state, reading, texts, ctx: { actor: viewer, ...asked } }) },
    ],
  };
}

/** Why a command was refused, judged by the same readings. */
export const toldOfCase = (
  { viewer, record, rules, today }: Omit<AskedPart<CaseState>, 'part'>,
  refusal: Refusal,
  command: object,
): Refusal =>
  toldRefusal(new CaseReading(viewer, { state: record.state, rules, today }), record.state, refusal, command);

interface ShownPart {
  readonly state: CaseState;
  readonly reading: CaseReading;
  readonly texts: ReadonlySet<string>;
  readonly ctx: Parameters<typeof readingDisclosures>[1];
}

/** What a part says of people: its texts; of a consent and of 支援会議での検討 already the codes. */
function shownIn(part: string, { state, reading, texts, ctx }: ShownPart): readonly Disclosed[] {
  const [name, about = ''] = part.split('/');
  switch (name) {
    case 'consent':
      return readingDisclosures(state, ctx, reading).filter(
        ({ personId, what }) => personId === about && (what === 'name' || what === 'consent'),
      );
    case 'track':
      return readingDisclosures(state, ctx, reading).filter(({ what }) => what === 'track');
    default:
      return readingDisclosures(state, ctx, reading, {
        state: { ...state, placements: [], withdrawals: [] },
        texts,
      });
  }
}

/** Codes of a consent say as much as its texts; so does where 支援会議での検討 stands. */
function seesPart(reading: CaseReading, state: CaseState, part: string): boolean {
  const [name, about = ''] = part.split('/');
  switch (name) {
    case 'consent':
      return reading.person(about);
    case 'track':
      return reading.onTrack;
    case 'handoff':
      return reading.work || reading.handoff(about);
    case 'task': {
      const task = state.tasks.find(({ id }) => id === about);
      return task !== undefined && reading.work && reading.seesTask(task);
    }
    default:
      return reading.work;
  }
}

/** Who takes part by a 支援会議 alone is named to those on its track. */
function withoutUnknownAgencies(
  contents: Readonly<Record<string, unknown>>,
  part: string,
  reading: CaseReading,
  { participants }: CaseState,
): Readonly<Record<string, unknown>> {
  const { agencies } = contents;
  if (part !== 'participants' || !Array.isArray(agencies)) return contents;
  const hidden = participants.filter((one) => !reading.seesParticipant(one)).map(({ agency }) => agency);
  return { ...contents, agencies: agencies.filter((agency: string) => !hidden.includes(agency)) };
}
