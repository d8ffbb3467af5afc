import { useState, type ReactNode } from 'react';
import type { CaseView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';

/** 相談受付: what was told at the beginning, which schemes were tried, and how one may get in touch. */
export function IntakePanel({ view }: { readonly view: CaseView }): ReactNode {
  const profile = useProfile();
  const { intake } = view;
  // Who told is on paper only when somebody wants it there.
  const [printsReporter, setPrintsReporter] = useState(false);
  return (
    <Section folds id="intake" title={t('intakePanel.title')}>
      <Facts>
        <Fact label={t('field.receivedOn')}>
          <DateText on={intake.receivedOn} full />
        </Fact>
        <Fact label={t('field.point')}>
          {profile.intakePoints.find(({ code }) => code === intake.point)?.name ?? intake.point}
        </Fact>
        {intake.version === null ? null : <Fact label={t('field.version')}>{t(`version.${intake.version}`)}</Fact>}
        <Fact label={t('intakePanel.concerns')}>
          {intake.masked ? <PersonalText text={null} masked /> : null}
          <ul>
            {intake.concerns.map((concern) => (
              <li key={concern} className={concern === intake.worstConcern ? 'font-700' : ''}>
                {concern === intake.worstConcern ? '◎' : '○'} {t(`concern.${concern}`)}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact label={t('field.storyText')}>
          <PersonalText text={intake.storyText} masked={intake.masked} />
        </Fact>
        <Fact label={t('field.triedSchemes')}>
          {intake.triedSchemes.length === 0 ? <PersonalText text={null} masked={intake.triedSchemesMasked} /> : null}
          <ul className="grid gap-1">
            {intake.triedSchemes.map((tried, index) => (
              <li key={index}>
                {t('intakePanel.tried', {
                  scheme: t(`scheme.${tried.scheme}`),
                  by: agencyName(profile, tried.by),
                  outcome: t(`schemeOutcome.${tried.outcome}`),
                })}
              </li>
            ))}
          </ul>
        </Fact>
        <Fact label={t('field.contactRulesText')}>
          <PersonalText text={intake.contactRulesText} masked={intake.contactRulesMasked} />
        </Fact>
        {intake.reporterMasked ? null : (
          <Fact label={t('field.reporterText')} printed={printsReporter}>
            <PersonalText text={intake.reporterText} />
            {intake.reporterText === null ? null : (
              <label className="no-print flex items-center gap-2 text-solid-gray-700">
                <input
                  type="checkbox"
                  checked={printsReporter}
                  onChange={({ target }) => {
                    setPrintsReporter(target.checked);
                  }}
                />
                {t('intakePanel.printReporter')}
              </label>
            )}
          </Fact>
        )}
      </Facts>
    </Section>
  );
}
