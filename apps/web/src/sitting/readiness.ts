import type { InvitationView } from '#libs/views';

export interface Readiness {
  readonly invited: number;
  readonly answered: number;
  /** Agencies that must be there and have not answered yet. */
  readonly requiredSilent: readonly string[];
  /** Agencies that must be there and said they will not come; a written opinion counts as being there. */
  readonly requiredAbsent: readonly string[];
}

/** Can this sitting decide: who of those that must be there has said so. */
export function readinessOf(invitations: readonly Pick<InvitationView, 'agency' | 'required' | 'reply'>[]): Readiness {
  const required = invitations.filter((invitation) => invitation.required);
  return {
    invited: invitations.length,
    answered: invitations.filter(({ reply }) => reply !== null).length,
    requiredSilent: required.filter(({ reply }) => reply === null).map(({ agency }) => agency),
    requiredAbsent: required.filter(({ reply }) => reply === 'absent').map(({ agency }) => agency),
  };
}
