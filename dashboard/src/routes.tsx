import type { QueryClient } from '@tanstack/react-query';
import { type ComponentType, lazy } from 'react';
import { matchRoutes, type RouteObject } from 'react-router-dom';
import { whoIsLoggedIn } from './api/session';
import { arriving } from './layout/arriving';
import { Crashed } from './layout/Crashed';
import { Root } from './layout/Root';

interface PageFile {
  default: ComponentType;
  /** Asks for what an address shows before it is drawn. */
  askAhead?: (client: QueryClient, search: URLSearchParams) => void;
}
type Load = () => Promise<PageFile>;

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

async function ahead(client: QueryClient, load: Load, search: URLSearchParams): Promise<void> {
  const [file, session] = await Promise.all([load(), whoIsLoggedIn(client)]);
  if (session) {
    file.askAhead?.(client, search);
  }
}

/**
 * Fetches the file of the page at this address while it is asked who is logged in, then what it shows, all before anything
 * is drawn. Where that fails, nothing is lost: the page asks again, and says so.
 */
export function fetchAhead(client: QueryClient, { pathname, search }: Location): void {
  const load = matchRoutes(routes, pathname)?.at(-1)?.route.handle as Load | undefined;
  if (load) {
    ahead(client, load, new URLSearchParams(search)).catch(() => undefined);
  }
}
