import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { agencyName, agencyNames } from '../api/agency-names.ts';
import { useProfile } from '../api/profile-context.tsx';
import type { ItemView, SittingView } from '#libs/views';
import { Chip } from '../components/chip.tsx';
import { DateText } from '../components/date-text.tsx';
import { Fact, Facts, PersonalText } from '../components/facts.tsx';
import { Names } from '../components/names.tsx';
import { Section } from '../components/page.tsx';
import { t } from '../messages/translate.ts';
import { BlockedList } from '../record/blocked-list.tsx';
import { CommandButtons } from '../record/command-buttons.tsx';
import type { FormDoor } from '../record/use-form-door.ts';

/** 案件: what is taken up, under which rule, and what came of it. */
export function ItemPanel({ view, door }: { readonly view: SittingView; readonly door: FormDoor }): ReactNode {
  return (
    <Section
      title={t('sitting.items')}
      actions={<CommandButtons door={door} allowed={view.allowed} buttons={[{ form: 'add-item' }]} />}
    >
      {view.items.length === 0 ? (
        <p>{t(view.allowed.includes('acknowledge-secrecy') ? 'sitting.itemsAfterSecrecy' : 'sitting.noItems')}</p>
      ) : null}
      <ol className="grid gap-5">
        {view.items.map((item) => (
          <li key={item.itemId} className="print-whole border-b border-solid-gray-200 pb-5 last:border-b-0 last:pb-0">
            <Item item={item} view={view} door={door} />
          </li>
        ))}
      </ol>
      <BlockedList
        notAllowed={view.notAllowed}
        only={['add-item', 'remove-item', 'take-off-item', 'give-disposition', 'release-disposition']}
      />
    </Section>
  );
}

function Item({
  item,
  view,
  door,
}: {
  readonly item: ItemView;
  readonly view: SittingView;
  readonly door: FormDoor;
}): ReactNode {
  const profile = useProfile();
  const open = item.disposition === null;
  const isMissed = item.agencies.some(
    (agency) => view.attendance?.present.includes(agency) === false && !item.releasedTo.includes(agency),
  );
  return (
    <div className="grid gap-3">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <Link to={`/cases/${item.caseId}`} className="text-std-17B-170 text-blue-900 underline underline-offset-4">
          {item.caseNumber}
        </Link>
        <span>{t(`purpose.${item.purpose}`)}</span>
        {item.frozen ? <Chip tone="warn">{t('meeting.frozen')}</Chip> : null}
        {open && view.stage === 'held' ? <Chip tone="bad">{t('sitting.noDisposition')}</Chip> : null}
      </p>
      <Facts>
        <Fact label={t('field.personIds')}>
          <Names names={item.persons.map(({ label }) => label)} />
        </Fact>
        <Fact label={t('sitting.basis')}>{item.legalBasisText}</Fact>
        <Fact label={t('field.item.agencies')}>{agencyNames(profile, item.agencies)}</Fact>
        {item.disposition === null ? null : (
          <>
            <Fact label={t('sitting.result')}>
              {item.disposition.result === null ? (
                <PersonalText text={null} masked />
              ) : (
                <Chip tone="good">{t(`disposition.${item.disposition.result}`)}</Chip>
              )}
            </Fact>
            <Fact label={t('field.nextStepText')}>
              <PersonalText text={item.disposition.nextStepText} masked={item.disposition.masked} />
            </Fact>
            <Fact label={t('field.ownerAgency')}>
              {agencyName(profile, item.disposition.ownerAgency)} {t('owed.until')}{' '}
              <DateText on={item.disposition.dueOn} today={profile.today} />
            </Fact>
          </>
        )}
      </Facts>
      {open ? (
        <div className="no-print flex flex-wrap gap-2">
          <CommandButtons
            door={door}
            allowed={view.allowed}
            buttons={[
              { form: 'give-disposition', target: item.itemId, look: 'primary', about: item.caseNumber },
              { form: 'take-off-item', target: item.itemId, about: item.caseNumber },
              { form: 'remove-item', target: item.itemId, about: item.caseNumber },
            ]}
          />
        </div>
      ) : isMissed ? (
        <div className="no-print flex flex-wrap gap-2">
          <CommandButtons
            door={door}
            allowed={view.allowed}
            buttons={[{ form: 'release-disposition', target: item.itemId, about: item.caseNumber }]}
          />
        </div>
      ) : null}
    </div>
  );
}
