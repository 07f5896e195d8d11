import Tabs from '@cloudscape-design/components/tabs';
import { Page } from '../../layout/Page';
import { flag, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { Accounts } from './accounts';
import { Teams } from './teams';
import { WorkloadList } from './workload-list';

const { workloads } = texts;
const TABS = ['workloads', 'teams', 'accounts'] as const;
const STATE = { tab: word(TABS, 'workloads'), new: flag, cursor: text(), page: text() };

/** What belongs together, and who answers for it. */
export default function WorkloadsPage() {
  const [state, change] = useUrlState(STATE);
  const contents = {
    workloads: (
      <WorkloadList
        adding={state.new}
        onAdding={(open) => {
          change({ new: open });
        }}
      />
    ),
    teams: <Teams />,
    accounts: <Accounts />,
  };
  return (
    <Page title={workloads.title} description={workloads.description} contentType="table">
      <Tabs
        ariaLabel={workloads.title}
        activeTabId={state.tab}
        tabs={TABS.map((id) => ({
          id,
          label: workloads.tabs[id],
          content: id === state.tab && contents[id],
        }))}
        onChange={({ detail }) => {
          change({ tab: detail.activeTabId as (typeof TABS)[number], new: false, cursor: '', page: '' });
        }}
      />
    </Page>
  );
}
