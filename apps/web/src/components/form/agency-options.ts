import { agencyName } from '../../api/agency-names.ts';
import type { ProfileView } from '#libs/views';
import type { Option } from './field-spec.ts';

/** These agencies by name, or all of the municipality. */
export const agencyOptions = (
  profile: ProfileView,
  codes: readonly string[] = profile.agencies.map(({ code }) => code),
): readonly Option[] => codes.map((code) => ({ value: code, label: agencyName(profile, code) }));
