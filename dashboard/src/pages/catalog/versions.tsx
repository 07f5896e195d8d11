import Button from '@cloudscape-design/components/button';
import Header from '@cloudscape-design/components/header';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import Table from '@cloudscape-design/components/table';
import { useState } from 'react';
import { Await } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { type ModelKey, useVersions, type Version } from './data';

const { catalog } = texts;
const { versions, service } = catalog;

function State({ version }: { version: Version }) {
  if (version.inForce) {
    return <StatusIndicator type="success">{service.inForce}</StatusIndicator>;
  }
  return (
    <StatusIndicator type="stopped">
      {version.offered ? versions.offered : service.notInForce}
    </StatusIndicator>
  );
}

/** All versions, the newest first; two of them can be compared. */
export function Versions({
  model,
  onCompare,
}: {
  model: ModelKey;
  onCompare: (from: string, to: string) => void;
}) {
  const query = useVersions(model);
  const [selected, setSelected] = useState<Version[]>([]);
  const [older, newer] = selected.map((each) => each.version).sort((a, b) => a - b);
  const base = `/catalog/${model.provider}/${model.service}`;
  return (
    <Await query={query}>
      {(page) => (
        <Table
          items={page?.items ?? []}
          trackBy={(item) => String(item.version)}
          selectionType="multi"
          selectedItems={selected}
          isItemDisabled={(item) =>
            selected.length === 2 && !selected.some((each) => each.version === item.version)
          }
          onSelectionChange={({ detail }) => {
            setSelected(detail.selectedItems.slice(0, 2));
          }}
          enableKeyboardNavigation
          wrapLines
          ariaLabels={{
            tableLabel: versions.label,
            selectionGroupLabel: versions.label,
            allItemsSelectionLabel: () => versions.label,
            itemSelectionLabel: (_, item) => versions.select(item.version),
          }}
          header={
            <Header
              actions={
                <Button
                  disabled={older === undefined || newer === undefined}
                  onClick={() => {
                    onCompare(String(older), String(newer));
                  }}
                >
                  {versions.selected}
                </Button>
              }
            >
              {versions.label}
            </Header>
          }
          columnDefinitions={[
            {
              id: 'version',
              header: catalog.columns.version,
              isRowHeader: true,
              cell: (item) => (
                <RouterLink href={`${base}?version=${String(item.version)}`}>
                  {service.version(item.version)}
                </RouterLink>
              ),
            },
            { id: 'state', header: versions.state, minWidth: 160, cell: (item) => <State version={item} /> },
            {
              id: 'provenance',
              header: versions.provenanceLabel,
              cell: (item) => versions.provenance[item.provenance],
            },
            { id: 'published', header: service.published, cell: (item) => <Time at={item.publishedAt} /> },
            { id: 'by', header: versions.by, cell: (item) => item.publishedBy ?? '' },
            { id: 'digest', header: service.digest, cell: (item) => <code>{item.digest.slice(0, 12)}</code> },
            {
              id: 'compare',
              header: versions.compare,
              cell: (item) =>
                item.version > 1 && (
                  <Button
                    variant="inline-link"
                    onClick={() => {
                      onCompare(String(item.version - 1), String(item.version));
                    }}
                  >
                    {catalog.service.tabs.diff}
                  </Button>
                ),
            },
          ]}
        />
      )}
    </Await>
  );
}
