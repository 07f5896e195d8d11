import Tabs from '@cloudscape-design/components/tabs';
import { Page } from '../../layout/Page';
import { PermittedButton } from '../../shared/Permitted';
import { flag, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { AddModel } from './add-model';
import { ControlPanel } from './control-panel';
import { Controls, Drafts, Frameworks, Services } from './lists';

const { catalog } = texts;
const TABS = ['services', 'controls', 'frameworks', 'drafts'] as const;
const STATE = {
  tab: word(TABS, 'services'),
  control: text(),
  new: flag,
  cursor: text(),
  page: text(),
  q: text(),
};
const LISTS = { services: Services, controls: Controls, frameworks: Frameworks, drafts: Drafts };

/** What the catalog has: services, controls, frameworks, drafts. */
export default function CatalogPage() {
  const [state, change] = useUrlState(STATE);
  const List = LISTS[state.tab];
  const panel = state.tab === 'controls' && state.control !== '';
  return (
    <Page
      title={catalog.title}
      description={catalog.description}
      contentType="table"
      actions={
        <PermittedButton
          role="editor"
          onClick={() => {
            change({ new: true });
          }}
        >
          {catalog.add.button}
        </PermittedButton>
      }
      panel={
        panel
          ? {
              content: <ControlPanel id={state.control} />,
              open: true,
              onToggle: () => {
                change({ control: '' });
              },
            }
          : undefined
      }
    >
      <Tabs
        ariaLabel={catalog.title}
        activeTabId={state.tab}
        tabs={TABS.map((id) => ({ id, label: catalog.tabs[id], content: id === state.tab && <List /> }))}
        onChange={({ detail }) => {
          change({
            tab: detail.activeTabId as (typeof TABS)[number],
            control: '',
            cursor: '',
            page: '',
            q: '',
          });
        }}
      />
      {state.new && (
        <AddModel
          onClose={() => {
            change({ new: false });
          }}
        />
      )}
    </Page>
  );
}
