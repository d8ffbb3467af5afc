import type { ReactNode } from 'react';
import type { PlanView } from '#libs/views';
import { agencyName } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import { Chip } from '../components/chip.tsx';
import { PersonalText } from '../components/facts.tsx';
import { shortDate } from '../messages/dates.ts';
import { enteredText } from '../record/call-words.ts';
import { t } from '../messages/translate.ts';

/** 役割分担: which agency does what, whether it was told and has confirmed. */
export function PlanRoles({ plan }: { readonly plan: PlanView }): ReactNode {
  const profile = useProfile();
  return (
    <div>
      <h4 className="font-700">{t('field.roles')}</h4>
      <ul className="mt-1 grid gap-2">
        {plan.roles.map((role) => (
          <li
            key={role.agency}
            className="grid gap-x-4 border-b border-solid-gray-100 pb-2 last:border-b-0 sm:grid-cols-[14rem_minmax(0,1fr)_auto]"
          >
            <span className="font-700">{agencyName(profile, role.agency)}</span>
            <PersonalText text={role.text} masked={plan.masked} />
            {role.acknowledgedOn === null ? (
              role.toldOn === null ? null : (
                <span>
                  <Chip tone="warn">{t('plan.roleTold', { on: shortDate(role.toldOn, profile.today) })}</Chip>
                </span>
              )
            ) : (
              <span>
                <Chip tone="good">
                  {t('plan.roleAcknowledged', { on: shortDate(role.acknowledgedOn, profile.today) })}
                </Chip>
                {role.entered === null ? null : enteredText(role.entered)}
              </span>
            )}
          </li>
        ))}
      </ul>
    </div>
  );
}
