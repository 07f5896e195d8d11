import { lazy } from 'react';
import type { RouteObject } from 'react-router-dom';
import { Crashed } from './layout/Crashed';
import { Root } from './layout/Root';

const Overview = lazy(() => import('./pages/overview'));
const Gaps = lazy(() => import('./pages/gaps'));
const Matrix = lazy(() => import('./pages/matrix'));
const Compare = lazy(() => import('./pages/compare'));
const Catalog = lazy(() => import('./pages/catalog'));
const ServiceModel = lazy(() => import('./pages/catalog/service'));
const Workloads = lazy(() => import('./pages/workloads'));
const Workload = lazy(() => import('./pages/workloads/workload'));
const Resources = lazy(() => import('./pages/resources'));
const Resource = lazy(() => import('./pages/resources/resource'));
const Notifications = lazy(() => import('./pages/notifications'));
const Administration = lazy(() => import('./pages/administration'));
const Start = lazy(() => import('./pages/start'));
const Login = lazy(() => import('./pages/login'));
const NotFound = lazy(() => import('./layout/NotFound'));

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
