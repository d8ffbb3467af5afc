import { problemOf, type ProblemCode, type ProfileProblem } from './schema/problem.ts';
import type { BodyContent, ProfileContent } from './schema/profile-shape.ts';
import type { Sourced } from './schema/sourced.ts';

/** What no single field can tell: references, order, and what the law asks of the two case meetings (R3, R23). */
export function checkProfile(profile: ProfileContent): readonly ProfileProblem[] {
  return [
    ...referencesOf(profile),
    ...Object.entries(profile.bodies).flatMap(([code, body]) => bodyProblems(profile, code, body)),
    ...hoursOf(profile),
    ...validityOf(profile),
    ...peopleOf(profile),
  ];
}

/** Every value that the entries of a field ever have. */
const valuesOf = <T>(entries: Sourced<T>): readonly T[] =>
  entries.flatMap((entry) => (entry.unknown ? [] : [entry.value]));

function referencesOf(profile: ProfileContent): readonly ProfileProblem[] {
  const references: readonly (readonly [path: string, codes: readonly string[]])[] = [
    ['coordination.competentSection', valuesOf(profile.coordination.competentSection)],
    ['coordination.coordinatingBody', valuesOf(profile.coordination.coordinatingBody)],
    ['welfareOffice.agency', valuesOf(profile.welfareOffice.agency)],
    ...Object.entries(profile.intakePoints).map(
      ([code, { agency }]) => [`intakePoints.${code}.agency`, valuesOf(agency)] as const,
    ),
    ...Object.entries(profile.providers).map(
      ([code, { operatedBy }]) => [`providers.${code}.operatedBy`, valuesOf(operatedBy).flat()] as const,
    ),
    ...Object.entries(profile.bodies).map(
      ([code, { requiredAgencies }]) =>
        [`bodies.${code}.requiredAgencies`, requiredAgencies ? valuesOf(requiredAgencies).flat() : []] as const,
    ),
    ...Object.keys(profile.contacts ?? {}).map((code) => [`contacts.${code}`, [code]] as const),
    ...Object.entries(profile.people ?? {}).map(
      ([login, person]) => [`people.${login}.agency`, valuesOf(person).map(({ agency }) => agency)] as const,
    ),
  ];
  return references.flatMap(([path, codes]) =>
    codes
      .filter((code) => !Object.hasOwn(profile.agencies, code))
      .map((code) => problemOf(path, 'profile.agency-unknown', code)),
  );
}

function bodyProblems(profile: ProfileContent, code: string, body: BodyContent): readonly ProfileProblem[] {
  const at = (field: string, problem: ProblemCode, detail?: string): ProfileProblem =>
    problemOf(`bodies.${code}.${field}`, problem, detail);
  const kinds = valuesOf(body.kind);
  const isSupportMeeting = kinds.includes('supportMeeting');
  const isPlanMeeting = kinds.includes('planMeeting');
  if (!isSupportMeeting && !isPlanMeeting) return [];
  const { legalBasis, legalBasisText, convener, noticeOpenDays, requiredAgencies } = body;
  if (!legalBasis || !legalBasisText || !convener || !noticeOpenDays || !requiredAgencies)
    return [at('kind', 'profile.case-meeting-incomplete')];
  const wrongRule = isSupportMeeting ? 'required' : 'notRequired';
  return [
    ...(isSupportMeeting && valuesOf(convener).some((who) => who !== 'municipality')
      ? [at('convener', 'profile.convener')]
      : []),
    ...valuesOf(legalBasis).flatMap((basis) => {
      const found = profile.legalBases[basis];
      if (!found) return [at('legalBasis', 'profile.basis-unknown', basis)];
      if (!valuesOf(found.inUse).includes(true)) return [at('legalBasis', 'profile.basis-not-in-use', basis)];
      return valuesOf(found.consentRule).includes(wrongRule) ? [at('legalBasis', 'profile.consent-rule', basis)] : [];
    }),
  ];
}

function hoursOf({ calendar }: ProfileContent): readonly ProfileProblem[] {
  const latestOpening = valuesOf(calendar.opensAt).toSorted().at(-1) ?? '';
  return valuesOf(calendar.closesAt).some((closesAt) => closesAt <= latestOpening)
    ? [problemOf('calendar.closesAt', 'profile.hours-reversed')]
    : [];
}

function validityOf({ agencies, intakePoints }: ProfileContent): readonly ProfileProblem[] {
  const dated = [
    ...Object.entries(agencies).map(([code, one]) => [`agencies.${code}`, one] as const),
    ...Object.entries(intakePoints).map(([code, one]) => [`intakePoints.${code}`, one] as const),
  ];
  return dated
    .filter(
      ([, { validFrom, validUntil }]) => validFrom !== undefined && validUntil !== undefined && validUntil < validFrom,
    )
    .map(([path]) => problemOf(`${path}.validUntil`, 'profile.validity-reversed'));
}

/** Invented people and addresses cannot be taken for real ones. */
function peopleOf({ contacts, people }: ProfileContent): readonly ProfileProblem[] {
  const addresses = Object.entries(contacts ?? {}).flatMap(([agency, posts]) =>
    Object.entries(posts).flatMap(([post, entries]) =>
      entries ? valuesOf(entries).map(({ email }) => [`contacts.${agency}.${post}`, email] as const) : [],
    ),
  );
  return [
    ...addresses
      .filter(([, email]) => !/^[\w.-]+@example\.jp$/.test(email))
      .map(([path, email]) => problemOf(path, 'profile.demo-address', email)),
    ...Object.entries(people ?? {}).flatMap(([login, person]) =>
      valuesOf(person)
        .filter(({ displayName }) => !displayName.startsWith('担当 '))
        .map(({ displayName }) => problemOf(`people.${login}.displayName`, 'profile.demo-person', displayName)),
    ),
  ];
}
