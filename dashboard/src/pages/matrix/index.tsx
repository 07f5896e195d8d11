import Button from '@cloudscape-design/components/button';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import FormField from '@cloudscape-design/components/form-field';
import Multiselect from '@cloudscape-design/components/multiselect';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useCallback, useDeferredValue, useMemo } from 'react';
import type { Category } from '../../api/types';
import { Page } from '../../layout/Page';
import { CategoryLabel } from '../../shared/badges';
import { Choice } from '../../shared/Choice';
import { Find } from '../../shared/Find';
import { Await, Empty, Failed } from '../../shared/PageState';
import { useReturnFocus } from '../../shared/return-focus';
import { list, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { CellPanel } from './cell-panel';
import {
  cellKey,
  type Matrix,
  rowsOf,
  selectionSearch,
  useDone,
  useFrameworks,
  useMatrix,
  useServices,
} from './data';
import { MatrixTable } from './matrix-table';
import { Requirements } from './requirements';

const { matrix, catalog, common } = texts;
const CATEGORIES = ['inherited', 'shared', 'customer-specific'] as const;
const STATE = {
  provider: word<'' | 'aws' | 'azure'>(['', 'aws', 'azure'], ''),
  model: word<'' | 'iaas' | 'paas' | 'saas'>(['', 'iaas', 'paas', 'saas'], ''),
  domain: text(),
  framework: text(),
  service: list<string>(),
  owner: word<'' | Category>(['', ...CATEGORIES, 'not-applicable'], ''),
  find: text(),
  rows: word(['controls', 'requirements'], 'controls'),
  cell: text(),
};
const PROVIDERS = { aws: 'AWS', azure: 'Azure' };

type Read<P> = P extends { otherwise: infer T } ? T : never;
type State = { [Name in keyof typeof STATE]: Read<(typeof STATE)[Name]> };

/** Whose job each control is, for the services that are chosen. */
export default function MatrixPage() {
  const [state, change] = useUrlState<State>(STATE);
  const selection = {
    provider: state.provider,
    model: state.model,
    framework: state.framework,
    services: state.service,
  };
  const query = useMatrix(selection);
  const focus = useReturnFocus();
  const [service = '', control = ''] = state.cell.split(':');
  const open = useCallback(
    (cell: string) => {
      focus.remember();
      change({ cell });
    },
    [change, focus],
  );
  return (
    <Page
      title={matrix.title}
      description={matrix.description}
      contentType="table"
      actions={<Export search={selectionSearch(selection)} />}
      panel={
        service && control
          ? {
              content: <CellPanel service={service} control={control} />,
              open: true,
              onToggle: () => {
                change({ cell: '' });
                focus.giveBack();
              },
            }
          : undefined
      }
    >
      <SpaceBetween size="m">
        <Filters
          state={state}
          domains={[...new Set(query.data?.controls.map((each) => each.domain))]}
          onChange={(changed) => {
            change(changed, { replace: true });
          }}
        />
        <Await query={query}>
          {(found) =>
            state.rows === 'requirements' && found.framework ? (
              <Requirements framework={found.framework} onOpen={open} />
            ) : (
              <ByControl
                found={found}
                filter={{ domain: state.domain, owner: state.owner, find: state.find }}
                open={state.cell}
                onOpen={open}
                onClear={() => {
                  change({ domain: '', owner: '', find: '' });
                }}
              />
            )
          }
        </Await>
      </SpaceBetween>
    </Page>
  );
}

function ByControl({
  found,
  filter,
  open,
  onOpen,
  onClear,
}: {
  found: Matrix;
  filter: Parameters<typeof rowsOf>[1];
  open: string;
  onOpen: (cell: string) => void;
  onClear: () => void;
}) {
  const done = useDone();
  const find = useDeferredValue(filter.find);
  const { domain, owner } = filter;
  const rows = useMemo(() => rowsOf(found, { domain, owner, find }), [found, domain, owner, find]);
  const cells = useMemo(
    () => new Map(found.cells.map((cell) => [cellKey(cell.serviceModel, cell.control), cell])),
    [found],
  );
  if (rows.length === 0) {
    return (
      <Empty title={matrix.nothing} action={<Button onClick={onClear}>{matrix.filter.clear}</Button>}>
        {matrix.nothingHint}
      </Empty>
    );
  }
  return (
    <SpaceBetween size="s">
      {done.error && !done.data && (
        <Failed error={done.error} title={matrix.doneUnknown} retry={() => void done.refetch()} />
      )}
      <ul className="legend" aria-label={matrix.legend}>
        {CATEGORIES.map((category) => (
          <li key={category}>
            <CategoryLabel category={category} />
          </li>
        ))}
        <li>{matrix.legendDone}</li>
        <li>{matrix.legendVaries}</li>
      </ul>
      <MatrixTable
        services={found.serviceModels}
        rows={rows}
        cells={cells}
        done={done.data}
        open={open}
        onOpen={onOpen}
      />
    </SpaceBetween>
  );
}

function Export({ search }: { search: URLSearchParams }) {
  const href = (format: string) => {
    const with_ = new URLSearchParams(search);
    with_.set('format', format);
    return `/api/catalog/matrix?${with_.toString()}`;
  };
  return (
    <ButtonDropdown
      items={[
        { id: 'xlsx', text: matrix.exports.xlsx, href: href('xlsx') },
        { id: 'csv', text: matrix.exports.csv, href: href('csv') },
        {
          id: 'oscal',
          text: matrix.exports.oscal,
          href: `/api/catalog/oscal/component-definition?${search.toString()}`,
        },
      ]}
    >
      {matrix.exports.button}
    </ButtonDropdown>
  );
}

function Filters({
  state,
  domains,
  onChange,
}: {
  state: State;
  domains: readonly string[];
  onChange: (change: Partial<State>) => void;
}) {
  const { filter } = matrix;
  const frameworks = useFrameworks().data?.items ?? [];
  const services = (useServices().data?.items ?? []).map((each) => ({ value: each.key, label: each.name }));
  return (
    <div className="no-print">
      <SpaceBetween size="s">
        <div className="filters">
          <FormField label={filter.provider}>
            <Choice
              label={filter.provider}
              any={filter.anyProvider}
              value={state.provider}
              words={PROVIDERS}
              onChange={(provider) => {
                onChange({ provider });
              }}
            />
          </FormField>
          <FormField label={filter.services}>
            <Multiselect
              placeholder={filter.allServices}
              filteringType="auto"
              options={services}
              selectedOptions={services.filter((each) => state.service.includes(each.value))}
              hideTokens
              onChange={({ detail }) => {
                onChange({ service: detail.selectedOptions.map((each) => each.value ?? '') });
              }}
            />
          </FormField>
          <FormField label={filter.model}>
            <Choice
              label={filter.model}
              any={filter.anyModel}
              value={state.model}
              words={catalog.models}
              onChange={(model) => {
                onChange({ model });
              }}
            />
          </FormField>
          <FormField label={filter.framework}>
            <Choice
              label={filter.framework}
              any={filter.anyFramework}
              value={state.framework}
              words={Object.fromEntries(frameworks.map((each) => [each.id, each.title ?? each.id]))}
              onChange={(framework) => {
                onChange({ framework });
              }}
            />
          </FormField>
          <FormField label={filter.domain}>
            <Choice
              label={filter.domain}
              any={filter.anyDomain}
              value={state.domain}
              words={Object.fromEntries(domains.map((each) => [each, each]))}
              onChange={(domain) => {
                onChange({ domain });
              }}
            />
          </FormField>
          <FormField label={filter.owner}>
            <Choice
              label={filter.owner}
              any={filter.anyOwner}
              value={state.owner}
              words={common.categories}
              onChange={(owner) => {
                onChange({ owner });
              }}
            />
          </FormField>
          <FormField label={filter.find}>
            <Find
              label={filter.find}
              value={state.find}
              onChange={(find) => {
                onChange({ find });
              }}
            />
          </FormField>
        </div>
        {state.framework !== '' && (
          <SegmentedControl
            label={matrix.rows.label}
            selectedId={state.rows}
            options={[
              { id: 'controls', text: matrix.rows.controls },
              { id: 'requirements', text: matrix.rows.requirements },
            ]}
            onChange={({ detail }) => {
              onChange({ rows: detail.selectedId as State['rows'] });
            }}
          />
        )}
      </SpaceBetween>
    </div>
  );
}
