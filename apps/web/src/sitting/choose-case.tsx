import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { rowsOf, useCases } from '../api/queries.ts';
import type { SittingView } from '#libs/views';
import { Empty, Loaded } from '../components/load-state.tsx';
import { t } from '../messages/translate.ts';

/** Which case is put on this sitting; its persons and purpose are chosen on the next page. */
export function ChooseCase({ view }: { readonly view: SittingView }): ReactNode {
  const cases = useCases(true);
  const placed = new Set(view.items.map(({ caseId }) => caseId));
  return (
    <Loaded query={cases}>
      {(data) => {
        const rows = rowsOf(data).filter(({ recordId }) => !placed.has(recordId));
        if (rows.length === 0) return <Empty title={t('caseList.empty')} />;
        return (
          <ul className="divide-y divide-solid-gray-200">
            {rows.map((row) => (
              <li key={row.recordId} className="py-2">
                <Link
                  to={`/sittings/new?${new URLSearchParams({ case: row.recordId, kind: view.kind, sitting: view.id }).toString()}`}
                  className="flex min-h-11 items-center gap-4 text-blue-900 underline underline-offset-4"
                >
                  {row.number} {t(`stage.${row.stage}`)}
                </Link>
              </li>
            ))}
          </ul>
        );
      }}
    </Loaded>
  );
}
