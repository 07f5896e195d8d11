import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { type ReactNode, useState } from 'react';
import { Page } from '../../layout/Page';
import { Code } from '../../shared/Code';
import { Failed } from '../../shared/PageState';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { useProgress } from './data';
import { IngestStep } from './ingest-step';

const { start } = texts;

function Step({
  number,
  title,
  done,
  children,
}: {
  number: number;
  title: string;
  done?: boolean;
  children: ReactNode;
}) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          actions={
            done !== undefined && (
              <StatusIndicator type={done ? 'success' : 'pending'}>
                {done ? start.done : start.toDo}
              </StatusIndicator>
            )
          }
        >
          {`${String(number)}. ${title}`}
        </Header>
      }
    >
      {children}
    </Container>
  );
}

function curl(origin: string): string {
  return `curl -H "Authorization: Bearer $DEMARC_KEY" -H 'Content-Type: application/json' \\\n  --data-binary @items.json ${origin}/api/ingest/aws`;
}

/** From nothing to the first gap, and from there to a team that is told; each step sees by itself when it is done. */
export default function StartPage() {
  const [sentAt, setSentAt] = useState(0);
  const query = useProgress(sentAt);
  const { resources = 0, gaps = 0, teams = 0, workloads = 0, endpoints = 0 } = query.data ?? {};
  const known = query.data !== undefined;
  const { steps } = start;
  return (
    <Page title={start.title} description={start.description}>
      <SpaceBetween size="l">
        {query.error && (
          <Failed error={query.error} title={start.unknown} retry={() => void query.refetch()} />
        )}
        <Step number={1} title={steps.ingest} {...(known && { done: resources > 0 })}>
          <IngestStep
            onSent={() => {
              setSentAt(Date.now());
              void query.refetch();
            }}
          />
        </Step>
        <Step number={2} title={steps.gaps} {...(known && { done: gaps > 0 })}>
          {gaps > 0 ? (
            <SpaceBetween direction="horizontal" size="m">
              <Box variant="strong">{start.gaps.found(gaps)}</Box>
              <RouterLink href="/gaps">{start.gaps.show}</RouterLink>
              <RouterLink href="/">{start.gaps.overview}</RouterLink>
            </SpaceBetween>
          ) : (
            <Box>{start.gaps.waiting}</Box>
          )}
        </Step>
        <Step number={3} title={steps.owner} {...(known && { done: teams > 0 && workloads > 0 })}>
          <SpaceBetween size="s">
            <Box>{start.owner.text}</Box>
            <SpaceBetween direction="horizontal" size="m">
              <RouterLink href="/workloads?tab=teams">
                {teams > 0 ? start.owner.teams(teams) : start.owner.addTeam}
              </RouterLink>
              <RouterLink href={workloads > 0 ? '/workloads' : '/workloads?new=yes'}>
                {workloads > 0 ? start.owner.workloads(workloads) : start.owner.addWorkload}
              </RouterLink>
            </SpaceBetween>
          </SpaceBetween>
        </Step>
        <Step number={4} title={steps.told} {...(known && { done: endpoints > 0 })}>
          <SpaceBetween size="s">
            <Box>{start.told.text}</Box>
            <RouterLink href={endpoints > 0 ? '/notifications' : '/notifications?new=yes'}>
              {endpoints > 0 ? start.told.endpoints(endpoints) : start.told.add}
            </RouterLink>
          </SpaceBetween>
        </Step>
        <Step number={5} title={steps.feed}>
          <SpaceBetween size="s">
            <Box>{start.feed.text}</Box>
            <RouterLink href="/administration?tab=keys">{start.feed.makeKey}</RouterLink>
            <Code label={start.feed.curl}>{curl(location.origin)}</Code>
          </SpaceBetween>
        </Step>
      </SpaceBetween>
    </Page>
  );
}
