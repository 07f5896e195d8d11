import TopNavigation, { type TopNavigationProps } from '@cloudscape-design/components/top-navigation';
import { useNavigate } from 'react-router-dom';
import { useCaller, useLogOut } from '../api/session';
import { type LiveStatus, useLiveStatus } from '../live';
import { useAnnouncements } from '../shared/Announcements';
import { texts } from '../texts';

const { shell, common } = texts;

const LIVE: Record<
  LiveStatus,
  { text: string; title: string; iconName: 'status-positive' | 'status-pending' | 'status-warning' }
> = {
  live: { text: shell.live.live, title: shell.live.liveHint, iconName: 'status-positive' },
  connecting: { text: shell.live.connecting, title: shell.live.connectingHint, iconName: 'status-pending' },
  lost: { text: shell.live.lost, title: shell.live.lostHint, iconName: 'status-warning' },
};

/** The product, whether it is live, and who is logged in. */
export function TopBar() {
  const caller = useCaller();
  const logOut = useLogOut();
  const navigate = useNavigate();
  const announcements = useAnnouncements();
  const live = LIVE[useLiveStatus()];
  const utilities: TopNavigationProps.Utility[] = [
    {
      type: 'button',
      text: live.text,
      title: live.title,
      ariaLabel: `${live.text}: ${live.title}`,
      iconName: live.iconName,
      disableUtilityCollapse: true,
    },
    {
      type: 'menu-dropdown',
      text: caller.name ?? caller.id,
      title: caller.name ?? caller.id,
      description: caller.roles.map(shell.user.role).join(', '),
      iconName: 'user-profile',
      ariaLabel: `${caller.name ?? caller.id}: ${shell.user.menu}`,
      items: [{ id: 'log-out', text: shell.user.logOut }],
      onItemClick: () => {
        logOut().then(
          () => navigate('/login'),
          (error: unknown) => {
            announcements.failed(shell.user.notLoggedOut, error);
          },
        );
      },
    },
  ];
  return (
    <TopNavigation
      identity={{
        href: '/',
        title: common.product,
        logo: { src: '/mark.svg', alt: shell.mark },
        onFollow: (event) => {
          event.preventDefault();
          void navigate('/');
        },
      }}
      utilities={utilities}
    />
  );
}
