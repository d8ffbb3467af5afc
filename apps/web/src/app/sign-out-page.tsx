import { useQueryClient } from '@tanstack/react-query';
import { useEffect, type ReactNode } from 'react';
import { Navigate, useLocation, useNavigate } from 'react-router';
import { deleteJson } from '../api/client.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Skeleton } from '../components/load-state.tsx';
import { Page } from '../components/page.tsx';
import { useDrafts } from '../draft/drafts-context.tsx';
import { t } from '../messages/translate.ts';

/** Ends the session and forgets everything that was read under it. Only for who pressed the button: a link from elsewhere ends nothing. */
export function SignOutPage(): ReactNode {
  const { state } = useLocation() as { readonly state: unknown };
  return state === 'asked' ? <SigningOut /> : <Navigate to="/work" replace />;
}

function SigningOut(): ReactNode {
  const queries = useQueryClient();
  const drafts = useDrafts();
  const announce = useAnnounce();
  const navigate = useNavigate();
  useEffect(() => {
    const end = async (): Promise<void> => {
      await drafts.flush();
      await deleteJson('/api/session');
      queries.clear();
      window.location.assign('/');
    };
    end().catch(() => {
      announce(t('load.unreachable'));
      void navigate('/work', { replace: true });
    });
  }, [drafts, queries, announce, navigate]);
  return (
    <Page title={t('account.signingOut')}>
      <Skeleton lines={2} />
    </Page>
  );
}
