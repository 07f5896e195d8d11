import SideNavigation, { type SideNavigationProps } from '@cloudscape-design/components/side-navigation';
import { useLocation, useNavigate } from 'react-router-dom';
import { texts } from '../texts';

const { navigation } = texts.shell;

const ITEMS: SideNavigationProps.Item[] = [
  { type: 'link', text: navigation.overview, href: '/' },
  { type: 'link', text: navigation.gaps, href: '/gaps' },
  {
    type: 'section-group',
    title: navigation.sectionResponsibility,
    items: [
      { type: 'link', text: navigation.matrix, href: '/matrix' },
      { type: 'link', text: navigation.compare, href: '/compare' },
      { type: 'link', text: navigation.catalog, href: '/catalog' },
    ],
  },
  {
    type: 'section-group',
    title: navigation.sectionEstate,
    items: [
      { type: 'link', text: navigation.workloads, href: '/workloads' },
      { type: 'link', text: navigation.resources, href: '/resources' },
    ],
  },
  {
    type: 'section-group',
    title: navigation.sectionOperate,
    items: [
      { type: 'link', text: navigation.notifications, href: '/notifications' },
      { type: 'link', text: navigation.administration, href: '/administration' },
      { type: 'link', text: navigation.start, href: '/start' },
    ],
  },
];

/** All pages; the one that is open is marked, also where one of its parts is shown. */
export function Navigation() {
  const { pathname } = useLocation();
  const navigate = useNavigate();
  const active = `/${pathname.split('/')[1] ?? ''}`;
  return (
    <SideNavigation
      activeHref={active}
      items={ITEMS}
      onFollow={(event) => {
        event.preventDefault();
        void navigate(event.detail.href);
      }}
    />
  );
}
