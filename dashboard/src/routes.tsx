import { type ComponentType, lazy } from 'react';
import { matchRoutes, type RouteObject } from 'react-router-dom';
import { arriving } from './layout/arriving';
import { Crashed } from './layout/Crashed';
import { Root } from './layout/Root';

type Load = () => Promise<{ default: ComponentType }>;

/** A page is a file of its own, fetched when it is first shown. */
function page(path: string, load: Load): RouteObject {
  const Page = lazy(() => arriving(load()));
  return { path, element: <Page />, handle: load };
}

/** Which address shows which page. */
export const routes: RouteObject[] = [
  { ...page('/login', () => import('./pages/login')), errorElement: <Crashed /> },
  {
    element: <Root />,
    errorElement: <Crashed />,
    children: [
      {
        errorElement: <Crashed />,
        children: [
          page('/', () => import('./pages/overview')),
          page('/gaps', () => import('./pages/gaps')),
          page('/matrix', () => import('./pages/matrix')),
          page('/compare', () => import('./pages/compare')),
          page('/catalog', () => import('./pages/catalog')),
          page('/catalog/:provider/:service', () => import('./pages/catalog/service')),
          page('/workloads', () => import('./pages/workloads')),
          page('/workloads/:id', () => import('./pages/workloads/workload')),
          page('/resources', () => import('./pages/resources')),
          page('/resources/:id', () => import('./pages/resources/resource')),
          page('/notifications', () => import('./pages/notifications')),
          page('/administration', () => import('./pages/administration')),
          page('/start', () => import('./pages/start')),
          page('*', () => import('./layout/NotFound')),
        ],
      },
    ],
  },
];

/** Fetches the file of the page at this address while it is still asked who is logged in; where that fails, the page says so. */
export function fetchAhead(path: string): void {
  const load = matchRoutes(routes, path)?.at(-1)?.route.handle as Load | undefined;
  load?.().catch(() => undefined);
}
