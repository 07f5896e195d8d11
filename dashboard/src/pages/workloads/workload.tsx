import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router-dom';
import { answerWithRevision, api } from '../../api/client';
import { Page } from '../../layout/Page';
import { usePendingChanges } from '../../live';
import { useAnnouncements } from '../../shared/Announcements';
import { SeverityBadge } from '../../shared/badges';
import { AsRead } from '../../shared/AsRead';
import { ChangesBar } from '../../shared/ChangesBar';
import { Confirm } from '../../shared/Confirm';
import { Await, Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { flag, text, useUrlState } from '../../shared/url-state';
import { texts } from '../../texts';
import { ResourceTable } from '../resources/resource-table';
import { useOpenGaps, usePostures, useRunsOf, useWorkload, type Workload } from './data';
import { PostureOf } from './posture';
import { selectorText } from './selector';
import { WorkloadForm } from './workload-form';

const { workloads, resources, common } = texts;
const STATE = { edit: flag, cursor: text(), page: text() };

/** One workload: who answers for it, how much is done, what is open, and what belongs to it. */
export default function WorkloadPage() {
  const { id = '' } = useParams();
  const [state, change] = useUrlState(STATE);
  const [removing, setRemoving] = useState(false);
  const query = useWorkload(id);
  const client = useQueryClient();
  const navigate = useNavigate();
  const announcements = useAnnouncements();
  const changes = usePendingChanges((event) => event.gap.workload === id);
  const loaded = query.data;
  const close = () => {
    change({ edit: false });
  };
  return (
    <Page
      title={loaded?.value.name ?? id}
      description={id}
      crumbs={[{ text: workloads.title, href: '/workloads' }]}
      contentType="table"
      actions={
        <SpaceBetween direction="horizontal" size="xs">
          <PermittedButton
            role="editor"
            disabled={!loaded}
            onClick={() => {
              setRemoving(true);
            }}
          >
            {workloads.remove}
          </PermittedButton>
          <PermittedButton
            role="editor"
            variant="primary"
            disabled={!loaded}
            onClick={() => {
              change({ edit: true });
            }}
          >
            {workloads.edit}
          </PermittedButton>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        <ChangesBar
          changes={changes}
          onRefresh={() => {
            for (const key of ['gaps', 'posture', 'resources', 'workloads']) {
              void client.invalidateQueries({ queryKey: [key] });
            }
          }}
        />
        <Running id={id} />
        <Await query={query} loading={workloads.loading}>
          {({ value }) => <About workload={value} />}
        </Await>
        <OpenGaps id={id} />
        <ResourceTable
          title={workloads.resourcesTitle}
          filter={{ workload: id, account: '', type: '', name: '', nativeId: '' }}
          empty={<Empty title={resources.nothing} />}
        />
      </SpaceBetween>
      {state.edit && loaded && (
        <AsRead
          queryKey={['workload', id]}
          read={() => answerWithRevision(api.GET('/api/workloads/{id}', { params: { path: { id } } }))}
          title={workloads.form.editTitle(loaded.value.name)}
          onClose={close}
        >
          {(workload, etag, readTheirs) => (
            <WorkloadForm
              workload={workload}
              etag={etag}
              onReadTheirs={readTheirs}
              onSaved={close}
              onClose={close}
            />
          )}
        </AsRead>
      )}
      {removing && loaded && (
        <Confirm
          title={workloads.removal.title(loaded.value.name)}
          action={workloads.remove}
          onConfirm={async () => {
            try {
              await api.DELETE('/api/workloads/{id}', {
                params: { path: { id }, header: { 'If-Match': loaded.etag } },
              });
            } catch (error) {
              // what is there now is shown behind the question, which then is about that
              await client.invalidateQueries({ queryKey: ['workloads', 'one', id] });
              throw error;
            }
            announcements.done(workloads.removal.done(loaded.value.name));
            await client.invalidateQueries({ queryKey: ['workloads', 'list'] });
            void navigate('/workloads');
          }}
          onClose={() => {
            setRemoving(false);
          }}
        >
          <Box>{workloads.removal.text}</Box>
        </Confirm>
      )}
    </Page>
  );
}

function About({ workload }: { workload: Workload }) {
  const { facts } = workloads;
  const postures = usePostures();
  return (
    <Container>
      <KeyValuePairs
        columns={4}
        items={[
          {
            label: facts.owner,
            value: <RouterLink href={`/gaps?team=${workload.ownerTeam}`}>{workload.ownerTeam}</RouterLink>,
          },
          { label: facts.environment, value: workload.environment ?? facts.none },
          {
            label: facts.criticality,
            value: workload.criticality ? common.severities[workload.criticality] : facts.none,
          },
          { label: facts.data, value: workload.dataClassification ?? facts.none },
          { label: facts.frameworks, value: workload.frameworks.join(', ') || facts.none },
          { label: facts.selector, value: selectorText(workload.selector) },
          {
            label: workloads.columns.posture,
            value: <PostureOf postures={postures} workload={workload.id} />,
          },
        ]}
      />
    </Container>
  );
}

function Running({ id }: { id: string }) {
  const running = useRunsOf(id).data ?? [];
  return running.map((run) => (
    <ProgressBar
      key={run.id}
      label={workloads.running}
      value={run.total === 0 ? 0 : (100 * run.done) / run.total}
    />
  ));
}

function OpenGaps({ id }: { id: string }) {
  const query = useOpenGaps(id);
  const { columns } = texts.gaps;
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={query.data?.total === undefined ? undefined : `(${common.count(query.data.total)})`}
          actions={<RouterLink href={`/gaps?workload=${id}`}>{workloads.allGaps}</RouterLink>}
        >
          {workloads.openGaps}
        </Header>
      }
    >
      <Await query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Box>{texts.overview.open.none}</Box>
          ) : (
            <PlainTable
              caption={workloads.openGaps}
              head={[columns.title, columns.severity, columns.resource, columns.due]}
              rows={items.map((gap) => [
                <RouterLink key="gap" href={`/gaps?workload=${id}&gap=${gap.id}`}>
                  {gap.title}
                </RouterLink>,
                <SeverityBadge key="severity" severity={gap.severity} />,
                <RouterLink key="resource" href={`/resources/${gap.subject.id}`}>
                  {gap.subject.name ?? gap.subject.nativeId}
                </RouterLink>,
                <Time key="due" at={gap.dueAt} form="relative" />,
              ])}
            />
          )
        }
      </Await>
    </Container>
  );
}
