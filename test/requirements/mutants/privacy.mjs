const rules = 'libs/domain/src/case';
const access = 'libs/access/src';

/** E. Personal information and security. */
export const mutants = [
  {
    requirement: 'R62',
    file: 'libs/notification/src/invitation-calendar.ts',
    find: 'class: ICalEventClass.PRIVATE,',
    replace: 'class: ICalEventClass.PUBLIC,',
    spec: 'libs/notification/src/invitation-calendar.spec.ts',
  },
  {
    requirement: 'R62',
    file: 'libs/notification/src/invitation-calendar.ts',
    find: 'summary: `${sitting.bodyName} ',
    replace: 'summary: `${JSON.stringify(sitting)} ',
    spec: 'libs/notification/src/compose-mail.spec.ts',
  },
  {
    requirement: 'R63',
    file: 'libs/domain/src/sitting/invitation/invitations.ts',
    find: "recipient: { agency, to: 'head' },",
    replace: "recipient: { agency, to: 'desk' },",
    spec: 'libs/domain/src/sitting/sitting.spec.ts',
  },
  {
    requirement: 'R63',
    file: 'libs/notification/src/invitation-calendar.ts',
    find: 'email: to.email,',
    replace: 'email: office.mailbox.email,',
    spec: 'libs/notification/src/invitation-calendar.spec.ts',
  },
  {
    requirement: 'R64',
    file: `${rules}/handoff/send-handoff.ts`,
    find: '.filter(({ id }) => personIds?.includes(id) ?? true)',
    replace: '.slice(0, 1)',
    spec: `${rules}/disclosures.spec.ts`,
  },
  {
    requirement: 'R64',
    file: `${rules}/support/roles.ts`,
    find: 'roles.map((role) => role.agency) ?? []',
    replace: 'roles.slice(0, 1).map((role) => role.agency) ?? []',
    spec: `${rules}/disclosures.spec.ts`,
  },
  {
    requirement: 'R64',
    file: `${rules}/consent-scope.ts`,
    find: ".filter(({ track }) => track === 'main')",
    replace: ".filter(({ track }) => track === 'main').slice(0, 1)",
    spec: `${rules}/disclosures.spec.ts`,
  },
  {
    requirement: 'R64',
    file: `${rules}/placement/seats.ts`,
    find: 'personIds.map((personId): Sharing',
    replace: 'personIds.slice(0, 1).map((personId): Sharing',
    spec: `${rules}/disclosures.spec.ts`,
  },
  {
    requirement: 'R65',
    file: `${access}/case-grounds.ts`,
    find: "handoff.state === 'awaiting' && handoff.to === agency",
    replace: "handoff.state === 'awaiting'",
    spec: `${access}/access-policy.spec.ts`,
  },
  {
    requirement: 'R65',
    file: `${access}/reading-table.ts`,
    find: "'case.read-texts': [grant(workers, [...takingPart, 'handoffReceiver'], grounds), secretariatReading]",
    replace:
      "'case.read-texts': [grant(workers, [...takingPart, 'handoffReceiver'], grounds), secretariatReading, overseeing]",
    spec: `${access}/access-policy.spec.ts`,
  },
  {
    requirement: 'R70',
    file: 'libs/audit/src/verify-chain.ts',
    find: 'disclosures.get(id) !== sha256',
    replace: 'disclosures.get(id) === undefined',
    spec: 'libs/audit/src/verify-chain.int-spec.ts',
  },
  {
    requirement: 'R70',
    file: 'libs/audit/src/verify-chain.ts',
    find: 'auditContent(said)).equals(hash)',
    replace: 'auditContent(said)).equals(linkHash(this.previous, auditContent(said)))',
    spec: 'libs/audit/src/verify-chain.int-spec.ts',
  },
];
