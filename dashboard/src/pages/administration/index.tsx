import Alert from '@cloudscape-design/components/alert';
import Tabs from '@cloudscape-design/components/tabs';
import type { ReactNode } from 'react';
import { useMay } from '../../api/session';
import type { Role } from '../../api/types';
import { Page } from '../../layout/Page';
import { text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { CoverageTab } from './coverage';
import { DeadLetterPanel, DeadLettersTab } from './dead-letters';
import { HealthTab } from './health';
import { KeysTab } from './keys';
import { RunsTab } from './runs';

const { administration, common } = texts;
const TABS = ['health', 'coverage', 'runs', 'dead-letters', 'keys'] as const;
const STATE = {
  tab: word(TABS, 'health'),
  of: word(['assessment', 'notification'], 'assessment'),
  state: word<'' | 'waiting' | 'replayed'>(['', 'waiting', 'replayed'], ''),
  letter: text(),
  cursor: text(),
  page: text(),
};

/** Only for those with the role; others read why not, and nothing is asked of the API. */
function Only({ role, children }: { role: Role; children: ReactNode }) {
  return useMay(role) ? (
    children
  ) : (
    <Alert type="info" header={common.problem.noPermission}>
      {common.needsRole(role)} {common.problem.noPermissionHint}
    </Alert>
  );
}

/** Whether Demarc works, what it hears of, and who may use it. */
export default function AdministrationPage() {
  const [state, change] = useUrlState(STATE);
  const mayRead = useMay('editor');
  const contents = {
    health: <HealthTab />,
    coverage: <CoverageTab />,
    runs: <RunsTab />,
    'dead-letters': (
      <Only role="editor">
        <DeadLettersTab
          of={state.of}
          state={state.state}
          onFilter={(filter) => {
            change({ ...filter, letter: '', cursor: '', page: '' });
          }}
          onOpen={(letter) => {
            change({ letter });
          }}
        />
      </Only>
    ),
    keys: (
      <Only role="admin">
        <KeysTab />
      </Only>
    ),
  };
  const close = () => {
    change({ letter: '' });
  };
  const panel = state.tab === 'dead-letters' && state.letter !== '' && mayRead;
  return (
    <Page
      title={administration.title}
      description={administration.description}
      contentType="table"
      panel={
        panel
          ? {
              content: <DeadLetterPanel of={state.of} id={state.letter} onGone={close} />,
              open: true,
              onToggle: close,
            }
          : undefined
      }
    >
      <Tabs
        ariaLabel={administration.title}
        activeTabId={state.tab}
        tabs={TABS.map((id) => ({
          id,
          label: administration.tabs[id],
          content: id === state.tab && contents[id],
        }))}
        onChange={({ detail }) => {
          change({
            tab: detail.activeTabId as (typeof TABS)[number],
            letter: '',
            cursor: '',
            page: '',
            state: '',
          });
        }}
      />
    </Page>
  );
}
