import type { ReactNode } from 'react';
import { LinkButton } from '../components/button.tsx';
import { Empty } from '../components/load-state.tsx';
import { Page } from '../components/page.tsx';
import { t } from '../messages/translate.ts';

export function MissingPage(): ReactNode {
  return (
    <Page title={t('page.missing')}>
      <Empty title={t('page.missingDetail')}>
        <LinkButton to="/work" className="mt-3">
          {t('nav.work')}
        </LinkButton>
      </Empty>
    </Page>
  );
}
