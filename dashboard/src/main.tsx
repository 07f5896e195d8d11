import '@cloudscape-design/global-styles/index.css';
import './styles.css';
import { I18nProvider } from '@cloudscape-design/components/i18n';
import messages from '@cloudscape-design/components/i18n/messages/all.en';
import { QueryClientProvider } from '@tanstack/react-query';
import { StrictMode, Suspense } from 'react';
import { createRoot } from 'react-dom/client';
import { createBrowserRouter, RouterProvider } from 'react-router-dom';
import { createQueries } from './api/queries';
import { followSystemMode } from './layout/color-mode';
import { mendToolbar } from './layout/mobile-toolbar';
import { fetchAhead, routes } from './routes';
import { Loading } from './shared/PageState';

const root = document.getElementById('root');
if (!root) {
  throw new Error('index.html has no element root');
}
followSystemMode();
mendToolbar();
const queries = createQueries();
fetchAhead(queries, location);
createRoot(root).render(
  <StrictMode>
    <I18nProvider locale="en" messages={[messages]}>
      <QueryClientProvider client={queries}>
        <Suspense fallback={<Loading />}>
          <RouterProvider router={createBrowserRouter(routes)} />
        </Suspense>
      </QueryClientProvider>
    </I18nProvider>
  </StrictMode>,
);
