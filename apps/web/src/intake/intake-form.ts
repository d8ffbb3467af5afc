import { caseBeginnings, relationCodes } from '#libs/domain';
import type { Profile, Session } from '../api/session.ts';
import { formOf, type RecordForm } from '../command/form-of.ts';
import { codeOptions } from '../components/form/code-words.ts';
import { choicesIn, textIn, type FieldValues, type Option } from '../components/form/field-spec.ts';

const wasTried = (row: FieldValues): boolean => textIn(row, 'scheme') !== 'none';
const isMember = (row: FieldValues): boolean => textIn(row, 'role') === 'householdMember';

/** 相談受付票, with and without consent (R1). */
export function intakeForm(profile: Profile, session: Session): RecordForm {
  const points = pointsFor(profile, session);
  return formOf(caseBeginnings['open-case'], profile, {
    order: [
      ...['version', 'receivedOn', 'point', 'urgent', 'persons', 'concerns', 'worstConcern', 'storyText'],
      ...['triedSchemes', 'contactRulesText', 'reporterText'],
    ],
    ask: {
      version: { options: codeOptions('version', ['withoutConsent', 'withConsent']) },
      point: { options: points },
      persons: {
        inner: {
          order: ['role', 'nameText'],
          ask: {
            relation: {
              options: codeOptions('relation', relationCodes).filter(({ value }) => value !== 'self'),
              when: isMember,
              otherwise: 'self',
            },
          },
          start: { role: 'householdMember' },
        },
      },
      triedSchemes: {
        least: 1,
        inner: {
          ask: {
            by: { when: wasTried, otherwise: session.agency },
            outcome: { when: wasTried, otherwise: 'unknown' },
          },
        },
      },
      storyText: { rows: 6 },
      contactRulesText: { rows: 3 },
      reporterText: { as: 'line' },
    },
    start: {
      version: 'withoutConsent',
      point: points[0]?.value ?? '',
      persons: [{ role: 'person', nameText: '', relation: 'self', birthYear: '' }],
      triedSchemes: [{ scheme: '', by: session.agency, outcome: '' }],
    },
    // The worst concern is one of the concerns, also when only ◎ was given.
    send: (body, values) => ({
      ...body,
      concerns: [...new Set([...choicesIn(values, 'concerns'), textIn(values, 'worstConcern')])],
    }),
  });
}

/** The half-minute form: agency, concern, advice, Enter. */
export function adviceForm(profile: Profile, session: Session): RecordForm {
  const points = pointsFor(profile, session);
  return formOf(caseBeginnings['record-advice-only'], profile, {
    order: ['askedBy', 'concern', 'adviceText'],
    ask: { adviceText: { as: 'line' }, point: { options: points } },
    start: { point: points[0]?.value ?? '' },
  });
}

/** The viewer's own desks first. */
const pointsFor = (profile: Profile, session: Session): readonly Option[] =>
  profile.intakePoints
    .toSorted((a, b) => Number(b.agency === session.agency) - Number(a.agency === session.agency))
    .map(({ code, name }) => ({ value: code, label: name }));
