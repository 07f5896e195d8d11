import AppLayout from '@cloudscape-design/components/app-layout';
import BreadcrumbGroup from '@cloudscape-design/components/breadcrumb-group';
import ContentLayout from '@cloudscape-design/components/content-layout';
import Header from '@cloudscape-design/components/header';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { AnnouncementBar } from '../shared/Announcements';
import { texts } from '../texts';
import { isArrival } from './arrival';
import { Navigation } from './Navigation';
import { navigationIsOpen, rememberNavigation } from './navigation-open';

const { shell, common } = texts;

function focusHeading(content: HTMLElement | null): void {
  const heading = content?.querySelector('h1');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
}

export interface Crumb {
  text: string;
  href: string;
}

/** A split panel that a page opens and closes; a SplitPanel of Cloudscape as `content`. */
export interface Panel {
  content: ReactNode;
  open: boolean;
  onToggle: (open: boolean) => void;
}

/** The frame of each page: navigation, messages, the heading (which is read first), and a panel where there is one. */
export function Page({
  title,
  description,
  actions,
  counter,
  crumbs = [],
  panel,
  contentType = 'default',
  children,
}: {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  counter?: string;
  crumbs?: readonly Crumb[];
  panel?: Panel | undefined;
  contentType?: 'default' | 'table' | 'form' | 'dashboard';
  children: ReactNode;
}) {
  const navigate = useNavigate();
  const [navigationOpen, setNavigationOpen] = useState(navigationIsOpen);
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    document.title = title === common.product ? title : `${title} · ${common.product}`;
  }, [title]);
  useEffect(() => {
    if (!isArrival()) {
      focusHeading(content.current);
    }
  }, []);
  return (
    <AppLayout
      headerSelector="#top"
      contentType={contentType}
      toolsHide
      stickyNotifications
      navigation={<Navigation />}
      navigationOpen={navigationOpen}
      onNavigationChange={({ detail }) => {
        rememberNavigation(detail.open);
        setNavigationOpen(detail.open);
      }}
      ariaLabels={{
        navigation: shell.navigation.label,
        navigationToggle: shell.navigation.open,
        navigationClose: shell.navigation.close,
        notifications: shell.notifications,
      }}
      notifications={<AnnouncementBar />}
      breadcrumbs={
        crumbs.length > 0 && (
          <BreadcrumbGroup
            items={[...crumbs, { text: title, href: '' }]}
            onFollow={(event) => {
              event.preventDefault();
              if (event.detail.href) {
                void navigate(event.detail.href);
              }
            }}
          />
        )
      }
      splitPanel={panel?.content}
      splitPanelOpen={panel?.open ?? false}
      onSplitPanelToggle={({ detail }) => {
        panel?.onToggle(detail.open);
      }}
      content={
        <div id="content" ref={content} tabIndex={-1} className="page-content">
          <ContentLayout
            header={
              <Header
                variant="h1"
                description={description}
                actions={actions && <div className="no-print">{actions}</div>}
                counter={counter}
              >
                {title}
              </Header>
            }
          >
            {children}
          </ContentLayout>
        </div>
      }
    />
  );
}
