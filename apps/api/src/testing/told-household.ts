import type { JourneyDesk } from './journey-desk.ts';

interface Told {
  readonly type: string;
  readonly texts: readonly { readonly slot: string; readonly text: string | null }[];
  readonly masked: boolean;
}

/** The last line of that type in a history. */
export const line = (
  { history }: { readonly history: { readonly items: readonly Told[] } },
  type: string,
): Told | undefined => history.items.find((entry) => entry.type === type);

/** The texts of the last event of that type; nothing when the event is not told at all. */
export const toldOf = (
  view: { readonly history: { readonly items: readonly Told[] } },
  type: string,
): readonly (string | null)[] | undefined => line(view, type)?.texts.map(({ text }) => text);

export interface Household {
  readonly caseId: string;
  readonly handoffId: string;
  readonly mother: string;
  readonly son: string;
}

/** A household of which a 民生委員 told by telephone, handed to 基幹相談, which has not answered yet. */
export async function openToldHousehold(desk: JourneyDesk): Promise<Household> {
  const { id: caseId = '' } = await desk.as('aoi').command('/api/cases', {
    receivedOn: desk.today,
    point: 'houkatsu',
    version: 'withoutConsent',
    urgent: false,
    concerns: ['withdrawal', 'care'],
    worstConcern: 'withdrawal',
    triedSchemes: [{ scheme: 'longTermCare', by: 'houkatsu', outcome: 'stopped' }],
    persons: [
      { role: 'person', relation: 'self', birthYear: 1944, nameText: '見本 千代' },
      { role: 'householdMember', relation: 'child', birthYear: 1972, nameText: '見本 直樹' },
    ],
    storyText: '母と長男の二人暮らし。',
    reporterText: '民生委員から電話。',
    contactRulesText: null,
  });
  await desk.follow();
  const handoffId = await desk.handOver(caseId, 'kikan');
  const [mother = '', son = ''] = (await desk.readCase(caseId, 'aoi')).persons.map(({ id }) => id);
  return { caseId, handoffId, mother, son };
}

/** 基幹相談 takes part. */
export const accept = async (desk: JourneyDesk, { caseId, handoffId }: Household): Promise<void> =>
  desk.give(caseId, 'shigeru', 'accept-handoff', `handoff/${handoffId}`, { handoffId, answerText: null });
