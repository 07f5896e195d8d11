import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useQueryClient } from '@tanstack/react-query';
import { useParams } from 'react-router-dom';
import type { Schema } from '../../api/types';
import { Page } from '../../layout/Page';
import { usePendingChanges } from '../../live';
import { GapStateIndicator, SeverityBadge } from '../../shared/badges';
import { ChangesBar } from '../../shared/ChangesBar';
import { Code } from '../../shared/Code';
import { Await, Empty } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { Cells } from './cells';
import { useGapsOf, useResource, useResponsibilities } from './data';
import { sentence, shown, type Show } from './summary';

const { resources } = texts;
const TABS = ['responsibilities', 'configuration', 'gaps'] as const;
const SHOWS: readonly Show[] = ['all', 'customer', 'open'];
const STATE = { tab: word(TABS, 'responsibilities'), show: word(SHOWS, 'all') };

/** One resource: whose job is each control, and is it done. */
export default function ResourcePage() {
  const { id = '' } = useParams();
  const [state, change] = useUrlState(STATE);
  const client = useQueryClient();
  const query = useResource(id);
  const changes = usePendingChanges((event) => event.gap.subject.id === id);
  const contents = {
    responsibilities: (
      <Responsibilities
        id={id}
        show={state.show}
        onShow={(show) => {
          change({ show }, { replace: true });
        }}
      />
    ),
    configuration: <Configuration id={id} />,
    gaps: <GapsOf id={id} />,
  };
  const subject = query.data?.resource.subject;
  return (
    <Page
      title={subject?.name ?? subject?.nativeId ?? resources.title}
      description={subject?.type}
      crumbs={[{ text: resources.title, href: '/resources' }]}
      actions={
        <Button
          iconName="file"
          onClick={() => {
            print();
          }}
        >
          {resources.print}
        </Button>
      }
    >
      <SpaceBetween size="m">
        <ChangesBar
          changes={changes}
          onRefresh={() => {
            void client.invalidateQueries({ queryKey: ['resources'] });
            void client.invalidateQueries({ queryKey: ['gaps', 'of', id] });
          }}
        />
        <Await query={query} loading={resources.loading}>
          {({ resource }) => <About resource={resource} />}
        </Await>
        <Tabs
          ariaLabel={resources.title}
          activeTabId={state.tab}
          tabs={TABS.map((tab) => ({
            id: tab,
            label: resources.tabs[tab],
            content: tab === state.tab && contents[tab],
          }))}
          onChange={({ detail }) => {
            change({ tab: detail.activeTabId as (typeof TABS)[number] });
          }}
        />
      </SpaceBetween>
    </Page>
  );
}

function About({ resource }: { resource: Schema<'Resource'> }) {
  const { facts } = resources;
  const { subject, serviceModel } = resource;
  const tags = Object.entries(resource.tags);
  return (
    <Container>
      <SpaceBetween size="m">
        {resource.deleted && <Alert type="info">{resources.deleted}</Alert>}
        {!resource.configured && !resource.deleted && (
          <Alert type="warning">
            {resources.notConfigured}: {resource.stateMissing}
          </Alert>
        )}
        <KeyValuePairs
          columns={4}
          items={[
            { label: facts.place, value: `${subject.account} ${subject.region ?? ''}` },
            { label: facts.owner, value: resource.ownerTeam ?? resources.nobody },
            {
              label: facts.workload,
              value: resource.workload ? (
                <RouterLink href={`/workloads/${resource.workload}`}>{resource.workload}</RouterLink>
              ) : (
                resources.noWorkload
              ),
            },
            {
              label: facts.model,
              value: serviceModel ? (
                <RouterLink href={`/catalog/${serviceModel.key}?version=${String(serviceModel.version)}`}>
                  {facts.version(serviceModel.key, serviceModel.version)}
                </RouterLink>
              ) : (
                resources.noModel
              ),
            },
            { label: facts.captured, value: <Time at={resource.capturedAt} /> },
            { label: facts.created, value: resource.createdAt ? <Time at={resource.createdAt} /> : '' },
            { label: facts.nativeId, value: subject.nativeId },
            {
              label: facts.tags,
              value:
                tags.length > 0 ? tags.map(([key, value]) => `${key}=${value}`).join(', ') : facts.noTags,
            },
          ]}
        />
      </SpaceBetween>
    </Container>
  );
}

function Responsibilities({ id, show, onShow }: { id: string; show: Show; onShow: (show: Show) => void }) {
  const query = useResponsibilities(id);
  return (
    <Await query={query}>
      {({ responsibilities }) => {
        const cells = shown(responsibilities, show);
        return (
          <SpaceBetween size="m">
            <Box fontSize="heading-s">{sentence(responsibilities)}</Box>
            {responsibilities.length > 0 && (
              <div className="no-print">
                <SegmentedControl
                  label={resources.show.label}
                  selectedId={show}
                  options={SHOWS.map((each) => ({ id: each, text: resources.show[each] }))}
                  onChange={({ detail }) => {
                    onShow(detail.selectedId as Show);
                  }}
                />
              </div>
            )}
            {responsibilities.length > 0 && cells.length === 0 ? (
              <Empty title={resources.show.nothing} />
            ) : (
              <Cells cells={cells} />
            )}
          </SpaceBetween>
        );
      }}
    </Await>
  );
}

function Configuration({ id }: { id: string }) {
  const query = useResource(id);
  return (
    <Container header={<Header variant="h2">{resources.configuration.document}</Header>}>
      <Await query={query}>
        {({ state }) =>
          state ? (
            <SpaceBetween size="s">
              <Box color="text-body-secondary">{resources.configuration.redacted}</Box>
              <Code label={resources.configuration.document}>{JSON.stringify(state, null, 2)}</Code>
            </SpaceBetween>
          ) : (
            <Empty title={resources.configuration.none} />
          )
        }
      </Await>
    </Container>
  );
}

function GapsOf({ id }: { id: string }) {
  const query = useGapsOf(id);
  const { gaps } = resources;
  return (
    <Container header={<Header variant="h2">{gaps.table}</Header>}>
      <Await query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Empty title={gaps.none} />
          ) : (
            <SpaceBetween size="s">
              <PlainTable
                caption={gaps.table}
                head={[gaps.title, gaps.severity, gaps.state, gaps.opened, gaps.resolved]}
                rows={items.map((gap) => [
                  <RouterLink key="gap" href={`/gaps?state=all&subject=${id}&gap=${gap.id}`}>
                    {gap.title}
                  </RouterLink>,
                  <SeverityBadge key="severity" severity={gap.severity} />,
                  <GapStateIndicator key="state" state={gap.state} />,
                  <Time key="opened" at={gap.openedAt} />,
                  gap.resolvedAt ? <Time key="resolved" at={gap.resolvedAt} /> : '',
                ])}
              />
              <RouterLink href={`/gaps?state=all&subject=${id}`}>{gaps.all}</RouterLink>
            </SpaceBetween>
          )
        }
      </Await>
    </Container>
  );
}
