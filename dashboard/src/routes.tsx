import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';
import { arriving } from './layout/arriving';
import { Crashed } from './layout/Crashed';
import { Root } from './layout/Root';

const Overview = lazy(() => arriving(import('./pages/overview')));
const Gaps = lazy(() => arriving(import('./pages/gaps')));
const Matrix = lazy(() => arriving(import('./pages/matrix')));
const Compare = lazy(() => arriving(import('./pages/compare')));
const Catalog = lazy(() => arriving(import('./pages/catalog')));
const ServiceModel = lazy(() => arriving(import('./pages/catalog/service')));
const Workloads = lazy(() => arriving(import('./pages/workloads')));
const Workload = lazy(() => arriving(import('./pages/workloads/workload')));
const Resources = lazy(() => arriving(import('./pages/resources')));
const Resource = lazy(() => arriving(import('./pages/resources/resource')));
const Notifications = lazy(() => arriving(import('./pages/notifications')));
const Administration = lazy(() => arriving(import('./pages/administration')));
const Start = lazy(() => arriving(import('./pages/start')));
const Login = lazy(() => arriving(import('./pages/login')));
const NotFound = lazy(() => arriving(import('./layout/NotFound')));

/** Which address shows which page; each page is a file of its own, fetched when it is first shown. */
export const routes: RouteObject[] = [
  { path: '/login', element: <Login />, errorElement: <Crashed /> },
  {
    element: <Root />,
    errorElement: <Crashed />,
    children: [
      {
        errorElement: <Crashed />,
        children: [
          { path: '/', element: <Overview /> },
          { path: '/gaps', element: <Gaps /> },
          { path: '/matrix', element: <Matrix /> },
          { path: '/compare', element: <Compare /> },
          { path: '/catalog', element: <Catalog /> },
          { path: '/catalog/:provider/:service', element: <ServiceModel /> },
          { path: '/workloads', element: <Workloads /> },
          { path: '/workloads/:id', element: <Workload /> },
          { path: '/resources', element: <Resources /> },
          { path: '/resources/:id', element: <Resource /> },
          { path: '/notifications', element: <Notifications /> },
          { path: '/administration', element: <Administration /> },
          { path: '/start', element: <Start /> },
          { path: '*', element: <NotFound /> },
        ],
      },
    ],
  },
];
