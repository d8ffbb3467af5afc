import { useQuery, useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { formatDateTimeJa } from '#libs/calendar';
import type { DraftLine, DraftList as Drafts } from '#libs/views';
import { getJson } from '../api/client.ts';
import { useAnnounce } from '../components/announcer.tsx';
import { Button, LinkButton } from '../components/button.tsx';
import { t } from '../messages/translate.ts';
import { wayToDraft } from './draft-place.ts';
import { useDrafts } from './drafts-context.tsx';

/** What was typed and not sent, each with the way back into its form; nothing when there is none. */
export function DraftList(): ReactNode {
  const { data } = useQuery({
    queryKey: ['drafts'],
    staleTime: 0,
    queryFn: async ({ signal }) => getJson<Drafts>('/api/drafts', signal),
  });
  const lines = (data?.items ?? []).flatMap((line) => {
    const to = wayToDraft(line.place);
    return to === undefined ? [] : [{ ...line, to }];
  });
  if (lines.length === 0) return null;
  return (
    <section aria-label={t('draft.list')}>
      <h2 className="mb-1 text-std-20B-150">{t('draft.list')}</h2>
      <p className="mb-2 text-solid-gray-700">{t('draft.listNote')}</p>
      <ul className="card divide-y divide-solid-gray-200">
        {lines.map((line) => (
          <Line key={line.place} line={line} />
        ))}
      </ul>
    </section>
  );
}

function Line({ line }: { readonly line: DraftLine & { readonly to: string } }): ReactNode {
  const drafts = useDrafts();
  const queries = useQueryClient();
  const announce = useAnnounce();
  const { title, place, savedAtMs, to } = line;
  return (
    <li className="grid items-center gap-x-4 gap-y-2 px-4 py-3 md:grid-cols-[9rem_minmax(0,1fr)_auto]">
      <span className="text-solid-gray-700">{formatDateTimeJa(savedAtMs)}</span>
      <span className="min-w-0 font-700">{title}</span>
      <span className="flex flex-wrap gap-2">
        <LinkButton to={to} aria-label={t('draft.goOnWhat', { what: title })}>
          {t('draft.goOn')}
        </LinkButton>
        <Button
          look="quiet"
          aria-label={t('draft.throwAwayWhat', { what: title })}
          onClick={() => {
            drafts.remove(place);
            void drafts.flush().then(async () => {
              announce(t('draft.thrownAway', { what: title }));
              await queries.invalidateQueries({ queryKey: ['drafts'] });
            });
          }}
        >
          {t('draft.throwAway')}
        </Button>
      </span>
    </li>
  );
}
