import type { AgencyCode, CaseState } from '#libs/domain';

/** The agency sits or sat on an item of a 支援会議 of this case, with that person when one is named; also on one that has left the state. */
export const onSupportMeetingItem = (
  { placements, past }: CaseState,
  agency: AgencyCode,
  personId: string | undefined,
): boolean =>
  [
    ...placements.filter(({ kind }) => kind === 'supportMeeting'),
    ...Object.entries(past.seats).map(([id, { agencies }]) => ({ personIds: [id], agencies })),
  ].some(
    ({ personIds, agencies }) => agencies.includes(agency) && (personId === undefined || personIds.includes(personId)),
  );
