import { QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { BrowserRouter } from 'react-router';
import { ApiProblem, isStatus } from '../api/problem.ts';
import { Announcer } from '../components/announcer.tsx';
import { App } from './app.tsx';
import { CrashGuard } from './crash-guard.tsx';
import './office.css';

// A refusal does not become an answer by asking again; a cut line may.
const queries: QueryClient = new QueryClient({
  // A session that ended shows at the next reading: the sign-in comes up by itself.
  queryCache: new QueryCache({
    onError: (error, { queryKey }) => {
      if (isStatus(error, 401) && queryKey[0] !== 'session') void queries.invalidateQueries({ queryKey: ['session'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 10_000,
      retry: (times, error) => !(error instanceof ApiProblem) && times < 2,
      retryDelay: 800,
    },
  },
});

const root = document.getElementById('root');
if (root === null) throw new Error('no root element');
createRoot(root).render(
  <StrictMode>
    <CrashGuard>
      <QueryClientProvider client={queries}>
        <BrowserRouter>
          <Announcer>
            <App />
          </Announcer>
        </BrowserRouter>
      </QueryClientProvider>
    </CrashGuard>
  </StrictMode>,
);
