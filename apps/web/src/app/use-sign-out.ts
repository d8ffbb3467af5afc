import { useQueryClient } from '@tanstack/react-query';
import { deleteJson } from '../api/client.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { t } from '../messages/translate.ts';

/** Ends the session and forgets everything that was read under it. */
export function useSignOut(): () => void {
  const queries = useQueryClient();
  const announce = useAnnounce();
  return () => {
    deleteJson('/api/session').then(
      () => {
        queries.clear();
        window.location.assign('/');
      },
      () => {
        announce(t('load.unreachable'));
      },
    );
  };
}
