import { beforeAll, describe, expect, it } from '@jest/globals';
import { recordKinds } from '#libs/contracts';
import { definitionOf, type CaseState, type Fields } from '#libs/domain';
import * as say from '../../domain/src/testing/case-script.ts';
import { makeCase, type MadeCase } from '../../domain/src/testing/make-case.ts';
import { coordinator, person, worker } from '../../domain/src/testing/town-people.ts';
import { accessPolicy, mayRead, type RecordInQuestion } from './access-policy.ts';
import { decisionTable, isAction } from './decide.ts';

/** Fields by which a command names persons, at whatever depth. */
const namesPersons = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) => {
    if (field.kind === 'part' || field.kind === 'list') return namesPersons(field.fields);
    return (field.kind === 'ref' || field.kind === 'refs') && /^(?:person|withdrawal)/u.test(name) ? [name] : [];
  });

const naming: readonly (readonly [type: string, field: string])[] = recordKinds.flatMap((kind) =>
  Object.values({ ...definitionOf(kind).beginnings, ...definitionOf(kind).commands })
    .filter(({ type }) => isAction(type) && decisionTable[type].length > 0)
    .flatMap(({ type, fields }) => namesPersons(fields).map((field) => [type, field] as const)),
);

/** By the office alone, which has the list of every household before it: who is on an item, for whom a reason is written (R8), how it stands at the end. */
const byTheOffice: readonly string[] = ['allow-support-meeting', 'open-sitting', 'add-item', 'give-disposition'];
const judged = naming.filter(([type]) => !byTheOffice.includes(type));

const kikan = person('kikan', 'staff');
let stood: MadeCase;

/** 基幹相談 leads, so that it may give every command there is to a lead, with the mother's consent and nobody else's. */
beforeAll(() => {
  stood = makeCase({ stage: 'support' });
});

const theCase = (itemClasses?: CaseState['persons'][number]['consent']['itemClasses']): RecordInQuestion => {
  const { desk, ref } = stood;
  const state = desk.state(ref) as CaseState;
  const persons = state.persons.map((one) =>
    itemClasses && one.id === say.mother ? { ...one, consent: { ...one.consent, itemClasses } } : one,
  );
  const withdrawal = (personId: string): CaseState['withdrawals'][number] => ({
    id: `withdrawal-${personId}`,
    personId,
    agencies: ['shakyo'],
    told: true,
    confirmed: [],
  });
  const withdrawals = [say.mother, say.son].map(withdrawal);
  const changed: CaseState = { ...state, persons, leadAgency: 'kikan', withdrawals };
  return { ref, rules: desk.rules, today: desk.today, state: changed };
};

/** Ids that the server makes for a command stand in it, too. */
const made: Readonly<Record<string, object>> = Object.fromEntries(
  recordKinds.flatMap((kind) =>
    Object.values(definitionOf(kind).commands).map(({ type, fields }) => [
      type,
      Object.fromEntries(
        Object.entries(fields).flatMap(([name, { kind: asked }]) => (asked === 'made' ? [[name, `new-${name}`]] : [])),
      ),
    ]),
  ),
);

/** The command with this in the field, `agency` being the asker's own. */
const about = (type: string, field: string, id: string, agency: string): { readonly type: string } => {
  const named = field === 'withdrawalId' ? `withdrawal-${id}` : id;
  return { type, agency, ...made[type], [field]: field === 'personIds' ? [named] : named } as { readonly type: string };
};
const answer = (record: RecordInQuestion, type: string, field: string, id: string, asker = kikan): string => {
  const decision = accessPolicy.allows(asker, about(type, field, id, asker.agency), record);
  return decision.allowed ? 'allowed' : decision.code;
};

describe('連絡の約束, which are about the household', () => {
  const answered = (record: RecordInQuestion): string => {
    const decision = accessPolicy.allows(kikan, { type: 'change-contact-rules' }, record);
    return decision.allowed ? 'allowed' : decision.code;
  };
  /** As if everybody had consented as the mother has. */
  const consentedByAll = (itemClasses?: CaseState['persons'][number]['consent']['itemClasses']): RecordInQuestion => {
    const one = theCase(itemClasses);
    const state = one.state as CaseState;
    const consent = state.persons.find(({ id }) => id === say.mother)?.consent;
    const persons = state.persons.map((each) => ({ ...each, consent: consent ?? each.consent }));
    return { ...one, state: { ...state, persons } as CaseState };
  };

  it('[R2][R65] are written over only by who may read them: on a ground for everybody', () => {
    expect(mayRead(kikan, 'case.read-texts', theCase())).toBe(false);
    expect(answered(theCase())).toBe('access.basis');
    expect(answered(consentedByAll())).toBe('allowed');
    expect(answered(consentedByAll(['health']))).toBe('access.basis');
  });
});

describe('a command that names a person', () => {
  it('is one of these: by a field for the person, or for what is the person’s', () => {
    expect(naming.map((one) => one.join(' ')).toSorted()).toEqual([
      'add-item personIds',
      'allow-support-meeting personId',
      'confirm-consent personId',
      'confirm-withdrawal withdrawalId',
      'give-disposition personId',
      'open-sitting personIds',
      'record-consent personId',
      'request-meeting personIds',
      'send-handoff personIds',
      'withdraw-consent personId',
    ]);
  });

  it.each(judged)(
    '[R2][R65] %s takes the ground on which that person is read, its classes of items included',
    (type, field) => {
      const all = theCase();
      expect(mayRead(kikan, 'person.read', all, { personId: say.mother })).toBe(true);
      expect(answer(all, type, field, say.mother)).toBe('allowed');
      const withoutAttributes = theCase(['health']);
      expect(mayRead(kikan, 'person.read', withoutAttributes, { personId: say.mother })).toBe(false);
      expect(answer(withoutAttributes, type, field, say.mother)).toBe('access.person');
    },
  );

  it.each(judged)(
    '[R65] %s about one who may not be read is answered like about one who is not there',
    (type, field) => {
      expect(answer(theCase(), type, field, say.son)).toBe('access.person');
      expect(answer(theCase(), type, field, 'resident-nobody')).toBe('access.person');
    },
  );

  it.each(byTheOffice)('%s is given by none but the office, which has every list', (type) => {
    const relations = isAction(type) ? decisionTable[type].flatMap((one) => one.relations) : [];
    expect(relations.length).toBeGreaterThan(0);
    expect(relations.filter((one) => one !== 'competentSection' && one !== 'coordinatingBody')).toEqual([]);
  });

  it('about one who is not there is for the rules to refuse where everybody may be read', () => {
    for (const [type, field] of judged)
      expect(answer(theCase(), type, field, 'resident-nobody', coordinator)).not.toBe('access.person');
    expect(answer(theCase(), 'record-consent', 'personId', 'resident-nobody', worker)).toBe('allowed');
  });

  it('[R7] a recipient of a withdrawal answers it without reading the person', () => {
    const record = theCase();
    const state = record.state as CaseState;
    const withdrawals = state.withdrawals.map((one) => ({ ...one, agencies: ['kikan'] }));
    const now: CaseState = { ...state, withdrawals };
    const told = { ...record, state: now };
    expect(mayRead(kikan, 'person.read', told, { personId: say.son })).toBe(false);
    expect(answer(told, 'confirm-withdrawal', 'withdrawalId', say.son)).toBe('allowed');
  });
});
