import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider, useRouteError } from 'react-router';
import { watchAttention } from '../api/attention.ts';
import { whenSignedOut } from '../api/client.ts';
import { ApiProblem } from '../api/problem.ts';
import { Announcer } from '../components/announcer.tsx';
import { App } from './app.tsx';
import { beginEarly } from './begin-early.ts';
import { CrashGuard } from './crash-guard.tsx';
import { freshAfterUpdate } from './fresh-after-update.ts';
import './office.css';

// A refusal does not become an answer by asking again; a cut line may.
const queries: QueryClient = new QueryClient({
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, error) => !(error instanceof ApiProblem) && times < 2,
      retryDelay: 800,
    },
  },
});

/** What goes wrong in a page is the guard's, not the router's. */
function Crashed(): never {
  throw useRouteError();
}

// The routes stand in the App; of the router itself the pages need that it can ask before something typed is left.
const router = createBrowserRouter([
  {
    path: '*',
    element: (
      <Announcer>
        <App />
      </Announcer>
    ),
    ErrorBoundary: Crashed,
  },
]);

// A session that ended shows at whatever is asked next: the sign-in comes up by itself.
whenSignedOut(() => {
  if (queries.getQueryData(['session'])) void queries.invalidateQueries({ queryKey: ['session'] });
});

watchAttention();
freshAfterUpdate();
beginEarly(queries, window.location.pathname);

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <StrictMode>
    <CrashGuard>
      <QueryClientProvider client={queries}>
        <RouterProvider router={router} />
      </QueryClientProvider>
    </CrashGuard>
  </StrictMode>,
);
