import { Suspense } from 'react';
import { Navigate, Outlet, ScrollRestoration, useLocation } from 'react-router-dom';
import { useSession, useSessionEvents } from '../api/session';
import { LiveProvider } from '../live';
import { AnnouncementsProvider } from '../shared/Announcements';
import { Failed, Loading } from '../shared/PageState';
import { texts } from '../texts';
import { TopBar } from './TopBar';

/** Every page but the login: only for who is logged in; whoever is not comes back here after logging in. */
export function Root() {
  const session = useSession();
  useSessionEvents();
  const location = useLocation();
  if (session.error && session.data === undefined) {
    return <Failed error={session.error} retry={() => void session.refetch()} />;
  }
  if (session.isPending) {
    return <Loading />;
  }
  if (!session.data) {
    return <Navigate to="/login" replace state={{ from: location.pathname + location.search }} />;
  }
  return (
    <LiveProvider>
      <AnnouncementsProvider>
        <a
          className="skip-link"
          href="#content"
          onClick={(event) => {
            event.preventDefault();
            document.getElementById('content')?.focus();
          }}
        >
          {texts.common.skipToContent}
        </a>
        <div id="top">
          <TopBar />
        </div>
        <Suspense fallback={<Loading />}>
          <Outlet />
        </Suspense>
        <ScrollRestoration />
      </AnnouncementsProvider>
    </LiveProvider>
  );
}
