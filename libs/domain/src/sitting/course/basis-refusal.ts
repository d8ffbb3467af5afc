import type { IsoDate } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { basisOn, bodyOf, type BodyCode } from '../../rules/municipality-rules.ts';

/**
 * Why a body cannot meet on that day under its 根拠規定: 社会福祉法106条の6 is of those who carry the programme out, a town in 移行準備 has
 * to take consent or another law's meeting. Which 実施区分 may use it, and from when, stands in the profile.
 */
export function basisRefusal(body: BodyCode, heldOn: IsoDate, { rules }: Pick<Context, 'rules'>): Refusal | undefined {
  const found = bodyOf(rules, body);
  const holds = found && basisOn(found, heldOn);
  return found && holds?.usable === false
    ? refuse('basis.not-usable', {
        field: 'heldOn',
        heldOn,
        programmeStatus: holds.programmeStatus,
        basis: found.legalBasisText,
      })
    : undefined;
}
