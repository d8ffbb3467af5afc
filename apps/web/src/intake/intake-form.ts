import { concernCodes, relationCodes, schemeCodes, schemeOutcomeCodes } from '#libs/domain';
import type { ProfileView, SessionView } from '#libs/views';
import { choices, date, line, number, optionsOf, radio, select, story, tick } from '../components/form/field-makers.ts';
import {
  choicesIn,
  rowsIn,
  textIn,
  textOrNull,
  tickIn,
  type FieldSpec,
  type FieldValues,
} from '../components/form/field-spec.ts';
import type { CommandFormSpec } from '../components/form/use-command-form.ts';
import { t } from '../messages/translate.ts';

const wasTried = (row: FieldValues): boolean => textIn(row, 'scheme') !== 'none';
const isMember = (row: FieldValues): boolean => textIn(row, 'role') === 'householdMember';

/** 相談受付票, with and without consent (R1). */
export function intakeForm(profile: ProfileView, session: SessionView): CommandFormSpec {
  const points = pointsFor(profile, session);
  return {
    fields: [
      radio('version', [
        { value: 'withoutConsent', label: t('version.withoutConsent'), hint: t('intake.withoutConsent') },
        { value: 'withConsent', label: t('version.withConsent'), hint: t('intake.consentLater') },
      ]),
      date('receivedOn', { max: profile.today }),
      select('point', points),
      tick('urgent', { hint: t('hint.urgent') }),
      personRows(),
      choices('concerns', optionsOf('concern', concernCodes)),
      select('worstConcern', optionsOf('concern', concernCodes)),
      story('storyText', { rows: 6 }),
      schemeRows(profile),
      story('contactRulesText', { optional: true, hint: t('hint.contactRules'), rows: 3 }),
      line('reporterText', { optional: true, hint: t('hint.reporter') }),
    ],
    initial: {
      version: 'withoutConsent',
      receivedOn: profile.today,
      point: points[0]?.value ?? '',
      urgent: false,
      persons: [{ role: 'person', nameText: '', relation: 'self', birthYear: '' }],
      concerns: [],
      worstConcern: '',
      storyText: '',
      triedSchemes: [{ scheme: '', by: session.agency, outcome: '' }],
      contactRulesText: '',
      reporterText: '',
    },
    toBody: (values) => ({
      receivedOn: textIn(values, 'receivedOn'),
      point: textIn(values, 'point'),
      version: textIn(values, 'version'),
      urgent: tickIn(values, 'urgent'),
      concerns: withWorst(choicesIn(values, 'concerns'), textIn(values, 'worstConcern')),
      worstConcern: textIn(values, 'worstConcern'),
      triedSchemes: rowsIn(values, 'triedSchemes').map((row) => ({
        scheme: textIn(row, 'scheme'),
        by: wasTried(row) ? textIn(row, 'by') : session.agency,
        outcome: wasTried(row) ? textIn(row, 'outcome') : 'unknown',
      })),
      persons: rowsIn(values, 'persons').map((row) => ({
        role: textIn(row, 'role'),
        relation: isMember(row) ? textIn(row, 'relation') : 'self',
        birthYear: birthYearOf(textIn(row, 'birthYear')),
        nameText: textIn(row, 'nameText').trim(),
      })),
      storyText: textIn(values, 'storyText'),
      reporterText: textOrNull(values, 'reporterText'),
      contactRulesText: textOrNull(values, 'contactRulesText'),
    }),
  };
}

/** The half-minute form: agency, concern, advice, Enter. */
export function adviceForm(profile: ProfileView, session: SessionView): CommandFormSpec {
  const points = pointsFor(profile, session);
  return {
    fields: [
      select(
        'askedBy',
        profile.agencies.map(({ code, name }) => ({ value: code, label: name })),
      ),
      select('concern', optionsOf('concern', concernCodes)),
      line('adviceText', { hint: t('advice.enter') }),
      date('receivedOn', { max: profile.today }),
      select('point', points),
    ],
    initial: { askedBy: '', concern: '', adviceText: '', receivedOn: profile.today, point: points[0]?.value ?? '' },
    toBody: (values) => ({
      receivedOn: textIn(values, 'receivedOn'),
      point: textIn(values, 'point'),
      askedBy: textIn(values, 'askedBy'),
      concern: textIn(values, 'concern'),
      adviceText: textIn(values, 'adviceText').trim(),
    }),
  };
}

/** The viewer's own desks first. */
function pointsFor(
  profile: ProfileView,
  session: SessionView,
): readonly { readonly value: string; readonly label: string }[] {
  return profile.intakePoints
    .toSorted((a, b) => Number(b.agency === session.agency) - Number(a.agency === session.agency))
    .map(({ code, name }) => ({ value: code, label: name }));
}

const personRows = (): FieldSpec => ({
  kind: 'rows',
  name: 'persons',
  label: t('field.persons'),
  hint: t('hint.persons'),
  rowName: t('row.person'),
  least: 1,
  blank: { role: 'householdMember', nameText: '', relation: '', birthYear: '' },
  fields: [
    radio('role', [
      { value: 'person', label: t('personRole.person') },
      { value: 'householdMember', label: t('personRole.householdMember') },
    ]),
    line('nameText'),
    select(
      'relation',
      optionsOf('relation', relationCodes).filter(({ value }) => value !== 'self'),
      { when: isMember },
    ),
    number('birthYear', { optional: true, hint: t('hint.birthYear') }),
  ],
});

const schemeRows = (profile: ProfileView): FieldSpec => ({
  kind: 'rows',
  name: 'triedSchemes',
  label: t('field.triedSchemes'),
  hint: t('hint.triedSchemes'),
  rowName: t('row.scheme'),
  least: 1,
  blank: { scheme: '', by: '', outcome: '' },
  fields: [
    select('scheme', optionsOf('scheme', schemeCodes)),
    select(
      'by',
      profile.agencies.map(({ code, name }) => ({ value: code, label: name })),
      { when: wasTried },
    ),
    select('outcome', optionsOf('schemeOutcome', schemeOutcomeCodes), { when: wasTried }),
  ],
});

/** The worst concern is one of the concerns, also when only ◎ was given. */
const withWorst = (concerns: readonly string[], worst: string): readonly string[] =>
  concerns.includes(worst) ? concerns : [...concerns, worst];

function birthYearOf(text: string): number | null {
  const year = Number(text.normalize('NFKC').trim());
  return text.trim() === '' || !Number.isInteger(year) ? null : year;
}
