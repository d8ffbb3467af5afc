import type { IsoDate } from '#libs/calendar';
import { refuse, type Context, type Refusal } from '../../record/context.ts';
import { basisOn, bodyOf, type BodyCode } from '../../rules/municipality-rules.ts';

/**
 * Why a body cannot meet on that day under its 根拠規定, by the 実施区分 of that day: which may use it, and from when, stands in the profile.
 * Only what the municipality has confirmed is refused; how the law is read where nobody has asked is told on the page and decided by people.
 */
export function basisRefusal(body: BodyCode, heldOn: IsoDate, { rules }: Pick<Context, 'rules'>): Refusal | undefined {
  const found = bodyOf(rules, body);
  const holds = found && basisOn(found, heldOn);
  return found && holds?.usable === false && holds.verified
    ? refuse('basis.not-usable', {
        field: 'heldOn',
        heldOn,
        programmeStatus: holds.programmeStatus,
        basis: found.legalBasisText,
      })
    : undefined;
}
