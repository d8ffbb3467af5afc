import { Suspense, useMemo, useState, type ReactNode } from 'react';
import { Navigate, Route, Routes } from 'react-router';
import { OfficeContext } from '../api/profile-context.tsx';
import { useProfileQuery, useSession } from '../api/queries.ts';
import { LoadError, Skeleton } from '../components/load-state.tsx';
import { DraftShelf, DraftsOf } from '../draft/drafts-context.tsx';
import { SignInPage } from '../sign-in/sign-in-page.tsx';
import { Frame } from './frame.tsx';
import { MissingPage } from './missing-page.tsx';
import { officePages } from './office-pages.tsx';

/** The office: sign-in first, then the pages within their frame. */
export function App(): ReactNode {
  const session = useSession();
  const [shelf] = useState(() => new DraftShelf());
  if (session.isPending) return <Waiting />;
  if (session.isError && session.data === undefined)
    return <Broken error={session.error} onRetry={() => void session.refetch()} />;
  return session.data === null ? <SignInPage /> : <SignedIn shelf={shelf} />;
}

function SignedIn({ shelf }: { readonly shelf: DraftShelf }): ReactNode {
  const { data: session } = useSession();
  const profile = useProfileQuery();
  const office = useMemo(
    () => (session && profile.data ? { session, profile: profile.data } : null),
    [session, profile.data],
  );
  if (profile.isError && profile.data === undefined)
    return <Broken error={profile.error} onRetry={() => void profile.refetch()} />;
  if (office === null) return <Waiting />;
  return (
    <OfficeContext value={office}>
      <DraftsOf shelf={shelf} owner={office.session.membership}>
        <Frame>
          <Suspense fallback={<Skeleton lines={5} />}>
            <Routes>
              <Route path="/" element={<Navigate to="/work" replace />} />
              <Route path="/sign-in" element={<Navigate to="/work" replace />} />
              {officePages.map(({ path, Page }) => (
                <Route key={path} path={path} element={<Page />} />
              ))}
              <Route path="*" element={<MissingPage />} />
            </Routes>
          </Suspense>
        </Frame>
      </DraftsOf>
    </OfficeContext>
  );
}

function Waiting(): ReactNode {
  return (
    <main className="mx-auto max-w-5xl p-6">
      <Skeleton lines={5} />
    </main>
  );
}

function Broken({ error, onRetry }: { readonly error: unknown; readonly onRetry: () => void }): ReactNode {
  return (
    <main className="mx-auto max-w-2xl p-6">
      <LoadError error={error} onRetry={onRetry} />
    </main>
  );
}
