import { agencyName } from '../../api/profile-context.tsx';
import type { Profile } from '../../api/session.ts';
import type { Option } from './field-spec.ts';

/** These agencies by name, or all of the municipality. */
export const agencyOptions = (
  profile: Profile,
  codes: readonly string[] = profile.agencies.map(({ code }) => code),
): readonly Option[] => codes.map((code) => ({ value: code, label: agencyName(profile, code) }));
