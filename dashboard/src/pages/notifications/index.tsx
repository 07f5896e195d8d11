import Tabs from '@cloudscape-design/components/tabs';
import { Page } from '../../layout/Page';
import { flag, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { Deliveries } from './deliveries';
import { DeliveryPanel } from './delivery-panel';
import { Endpoints } from './endpoints';

const { notifications } = texts;
const TABS = ['endpoints', 'deliveries'] as const;
const STATE = {
  tab: word(TABS, 'endpoints'),
  new: flag,
  endpoint: text(),
  state: word<'' | keyof typeof notifications.states>(
    ['', 'waiting', 'delivered', 'failed', 'cancelled'],
    '',
  ),
  gap: text(),
  delivery: text(),
  cursor: text(),
  page: text(),
};

/** Who is told of gaps, and whether it arrived. */
export default function NotificationsPage() {
  const [state, change] = useUrlState(STATE);
  const contents = {
    endpoints: (
      <Endpoints
        adding={state.new}
        onAdding={(open) => {
          change({ new: open });
        }}
      />
    ),
    deliveries: (
      <Deliveries
        filter={{ endpoint: state.endpoint, state: state.state, gap: state.gap }}
        onFilter={(filter) => {
          change({ ...filter, cursor: '', page: '' });
        }}
        onOpen={(delivery) => {
          change({ delivery });
        }}
      />
    ),
  };
  const panel = state.tab === 'deliveries' && state.delivery !== '';
  return (
    <Page
      title={notifications.title}
      description={notifications.description}
      contentType="table"
      panel={
        panel
          ? {
              content: <DeliveryPanel id={state.delivery} />,
              open: true,
              onToggle: () => {
                change({ delivery: '' });
              },
            }
          : undefined
      }
    >
      <Tabs
        ariaLabel={notifications.title}
        activeTabId={state.tab}
        tabs={TABS.map((id) => ({
          id,
          label: notifications.tabs[id],
          content: id === state.tab && contents[id],
        }))}
        onChange={({ detail }) => {
          change({ tab: detail.activeTabId as (typeof TABS)[number], delivery: '', cursor: '', page: '' });
        }}
      />
    </Page>
  );
}
