import Button from '@cloudscape-design/components/button';
import { type FormEvent, useState } from 'react';
import { Page } from '../../layout/Page';
import { Field } from '../../shared/Field';
import { Empty } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { text, useUrlState } from '../../shared/url-state';
import { texts } from '../../texts';
import type { ResourceFilter } from './data';
import { ResourceTable } from './resource-table';

const { resources } = texts;
const STATE = {
  name: text(),
  type: text(),
  workload: text(),
  account: text(),
  nativeId: text(),
  cursor: text(),
  page: text(),
};
const FIELDS: (keyof ResourceFilter)[] = ['name', 'type', 'workload', 'account', 'nativeId'];
const NOTHING: ResourceFilter = { name: '', type: '', workload: '', account: '', nativeId: '' };

function trimmed(filter: ResourceFilter): ResourceFilter {
  return Object.fromEntries(
    FIELDS.map((field) => [field, filter[field].trim()]),
  ) as unknown as ResourceFilter;
}

function Filter({
  filter,
  onFilter,
}: {
  filter: ResourceFilter;
  onFilter: (filter: ResourceFilter) => void;
}) {
  const [typed, setTyped] = useState(filter);
  return (
    <form
      onSubmit={(event: FormEvent) => {
        event.preventDefault();
        onFilter(trimmed(typed));
      }}
    >
      <div className="filters">
        {FIELDS.map((field) => (
          <Field
            key={field}
            label={resources.filter[field]}
            value={typed[field]}
            onChange={(value) => {
              setTyped((before) => ({ ...before, [field]: value }));
            }}
          />
        ))}
        <Button formAction="submit">{resources.filter.apply}</Button>
      </div>
    </form>
  );
}

/** What runs. */
export default function ResourcesPage() {
  const [state, change] = useUrlState(STATE);
  const { cursor: _cursor, page: _page, ...filter } = state;
  const filtered = FIELDS.some((field) => filter[field] !== '');
  const set = (next: ResourceFilter) => {
    change({ ...next, cursor: '', page: '' });
  };
  return (
    <Page title={resources.title} description={resources.description} contentType="table">
      <ResourceTable
        title={resources.title}
        filter={filter}
        filters={<Filter key={JSON.stringify(filter)} filter={filter} onFilter={set} />}
        empty={
          filtered ? (
            <Empty
              title={resources.nothing}
              action={
                <Button
                  onClick={() => {
                    set(NOTHING);
                  }}
                >
                  {resources.clear}
                </Button>
              }
            />
          ) : (
            <Empty title={resources.none} action={<RouterLink href="/start">{resources.start}</RouterLink>}>
              {resources.noneHint}
            </Empty>
          )
        }
      />
    </Page>
  );
}
