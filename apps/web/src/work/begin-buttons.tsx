import type { ReactNode } from 'react';
import { useOffice } from '../api/profile-context.tsx';
import { LinkButton } from '../components/button.tsx';
import { t } from '../messages/translate.ts';
import { mayOpenCase, mayRecordAdvice } from './may-begin.ts';

/** 相談を受け付ける, 助言・後方支援を記録する: each for whom may. */
export function BeginButtons(): ReactNode {
  const { session, profile } = useOffice();
  return (
    <>
      {mayOpenCase(session) ? (
        <LinkButton to="/cases/new" look="primary">
          {t('command.open-case')}
        </LinkButton>
      ) : null}
      {mayRecordAdvice(session, profile) ? (
        <LinkButton to="/cases/advice">{t('command.record-advice-only')}</LinkButton>
      ) : null}
    </>
  );
}
