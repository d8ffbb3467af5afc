import { trackIsLive, type AgencyCode, type CaseState } from '#libs/domain';
import { isOwnRecord } from './person-grounds.ts';
import type { Action, Basis } from './question.ts';
import type { Reader } from './reader.ts';
import type { Subject } from './record-grounds.ts';
import { seatOnSupportMeeting } from './support-meeting-seats.ts';

/** What is asked about 支援会議での検討: its own grounds count, not those of the case beside it. */
const aboutTrack: ReadonlySet<Action> = new Set<Action>([
  'track.read',
  'track.read-texts',
  'record-pre-contact',
  'record-contact',
  'review-track',
]);

export const isAboutTrack = (action: Action): boolean => aboutTrack.has(action);

/**
 * On which grounds an agency learns of 支援会議での検討 (社会福祉法106条の6): it was there when an item of a
 * 支援会議 was dealt with (to prepare one it learns where the track stands), or was given the アウトリーチ by one, to the
 * person who is asked about; it recorded the case; it wrote the entry. Neither a つなぎ nor an item of a 重層的支援会議 opens it, nor that the agency leads.
 */
export function basesOfTrack(
  state: CaseState,
  reader: Reader,
  { personId, writtenBy, track }: { readonly [K in 'personId' | 'writtenBy' | 'track']?: Subject[K] | undefined },
): readonly Basis[] {
  const { agency } = reader;
  return [
    // What it recorded itself came to it from nobody.
    ...(isOwnRecord(state, agency) ? (['ownRecord'] as const) : []),
    ...(seatOnSupportMeeting(state, reader, personId, track === 'standing' ? 'preparation' : 'result') !== undefined ||
    reachesOut(state, agency, personId)
      ? (['supportMeeting106_6'] as const)
      : []),
    ...(writtenBy === agency ? (['ownRecord'] as const) : []),
  ];
}

/** A 支援会議 gave the agency the アウトリーチ, which is not at its end; with a person, to that one. */
export const reachesOut = (state: CaseState, agency: AgencyCode, personId?: string): boolean =>
  trackIsLive(state) &&
  state.track.outreach?.agency === agency &&
  (personId === undefined || state.track.outreach.personIds.includes(personId));
