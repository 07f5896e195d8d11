import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Notifications. */
export default function NotificationsPage() {
  return <Page title={texts.notifications.title}>{null}</Page>;
}
