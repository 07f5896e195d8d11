import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ProgressBar from '@cloudscape-design/components/progress-bar';
import SegmentedControl from '@cloudscape-design/components/segmented-control';
import SpaceBetween from '@cloudscape-design/components/space-between';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { lazy, type ReactNode, Suspense } from 'react';
import type { GapReason, Severity } from '../../api/types';
import { SeverityBadge } from '../../shared/badges';
import { NOBODY } from '../../shared/nobody';
import { ChartWithTable } from '../../shared/ChartWithTable';
import { Await, Loading } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { utcDay } from '../../shared/time';
import { texts } from '../../texts';
import { Bars } from './bars';
import {
  useCoverage,
  useDeliveryHealth,
  useOverdue,
  useRunning,
  useSince,
  useSummary,
  useTrend,
} from './data';
import { useLastVisit } from './last-visit';

const TrendChart = lazy(() => import('./trend'));

const { overview, common } = texts;
const UNRESOLVED = 'state=open,acknowledged,waived';
const SEVERITIES: Severity[] = ['critical', 'high', 'medium', 'low'];
const MOST_TEAMS = 10;

function Block({ title, actions, children }: { title: string; actions?: ReactNode; children: ReactNode }) {
  return (
    <Container
      fitHeight
      header={
        <Header variant="h2" actions={actions}>
          {title}
        </Header>
      }
    >
      {children}
    </Container>
  );
}

/** How many gaps are not resolved, by severity; each figure leads to its list. */
export function OpenGaps() {
  const query = useSummary();
  return (
    <Block title={overview.open.title}>
      <Await query={query}>
        {({ severities, states }) => {
          const { open = 0, acknowledged = 0, waived = 0 } = states;
          const total = open + acknowledged + waived;
          return (
            <SpaceBetween size="s">
              <ul className="figures">
                {SEVERITIES.map((severity) => (
                  <li key={severity}>
                    <RouterLink fontSize="display-l" href={`/gaps?${UNRESOLVED}&severity=${severity}`}>
                      {common.count(severities[severity] ?? 0)}
                    </RouterLink>
                    <SeverityBadge severity={severity} />
                  </li>
                ))}
                <Overdue />
              </ul>
              <Box color="text-body-secondary">
                {total === 0 ? (
                  overview.open.none
                ) : (
                  <>
                    <RouterLink href={`/gaps?${UNRESOLVED}`}>{overview.open.total(total)}</RouterLink>
                    {', '}
                    <RouterLink href="/gaps?state=acknowledged">
                      {overview.open.acknowledged(acknowledged)}
                    </RouterLink>
                  </>
                )}
              </Box>
            </SpaceBetween>
          );
        }}
      </Await>
    </Block>
  );
}

/** How many should have been closed by now, in words where there are more than are counted. */
function Overdue() {
  const { data, error } = useOverdue();
  return (
    <li>
      {data ? (
        <RouterLink fontSize="display-l" href={`/gaps?dueBefore=${data.before}&sort=dueAt`}>
          {data.overdue === null ? overview.open.many : common.count(data.overdue)}
        </RouterLink>
      ) : error ? (
        <StatusIndicator type="error">{overview.open.notCounted}</StatusIndicator>
      ) : (
        <span data-loading="true">
          <Box fontSize="display-l">…</Box>
        </span>
      )}
      <Badge>{overview.open.overdue}</Badge>
    </li>
  );
}

/** Whose gaps they are. */
export function ByTeam() {
  const query = useSummary();
  return (
    <Block title={overview.teams.title}>
      <Await query={query}>
        {({ teams }) =>
          teams.length === 0 ? (
            <Box>{overview.open.none}</Box>
          ) : (
            <SpaceBetween size="xs">
              <Bars
                caption={overview.teams.most}
                head={[overview.teams.team, overview.teams.gaps]}
                rows={teams.slice(0, MOST_TEAMS).map(({ team, count }) => ({
                  key: team ?? '',
                  name: (
                    <RouterLink href={`/gaps?${UNRESOLVED}&team=${team ?? NOBODY}`}>
                      {team ?? overview.teams.nobody}
                    </RouterLink>
                  ),
                  count,
                }))}
              />
              {teams.length > MOST_TEAMS && (
                <RouterLink href="/workloads?tab=teams">
                  {overview.teams.rest(
                    teams.length - MOST_TEAMS,
                    teams.slice(MOST_TEAMS).reduce((sum, each) => sum + each.count, 0),
                  )}
                </RouterLink>
              )}
            </SpaceBetween>
          )
        }
      </Await>
    </Block>
  );
}

/** Why they are gaps. */
export function ByReason() {
  const query = useSummary();
  return (
    <Block title={overview.reasons.title}>
      <Await query={query}>
        {({ reasons }) => {
          const rows = (Object.entries(reasons) as [GapReason, number][]).sort((a, b) => b[1] - a[1]);
          return rows.length === 0 ? (
            <Box>{overview.open.none}</Box>
          ) : (
            <Bars
              caption={overview.reasons.title}
              head={[overview.reasons.reason, overview.reasons.gaps]}
              rows={rows.map(([reason, count]) => ({
                key: reason,
                name: (
                  <RouterLink href={`/gaps?${UNRESOLVED}&reason=${reason}`}>
                    {common.reasons[reason]}
                  </RouterLink>
                ),
                count,
              }))}
            />
          );
        }}
      </Await>
    </Block>
  );
}

const PERIODS = ['7', '30', '90'] as const;
export type Period = (typeof PERIODS)[number];

/** What was opened and resolved by day. */
export function Trend({ period, onPeriod }: { period: Period; onPeriod: (period: Period) => void }) {
  const query = useTrend(Number(period));
  const { trend } = overview;
  return (
    <ChartWithTable
      title={trend.title}
      description={trend.description}
      chart={
        <SpaceBetween size="s">
          <SegmentedControl
            label={trend.days}
            selectedId={period}
            options={PERIODS.map((id) => ({ id, text: trend.lastDays(Number(id)) }))}
            onChange={({ detail }) => {
              onPeriod(detail.selectedId as Period);
            }}
          />
          <Await query={query}>
            {({ days }) => (
              <Suspense fallback={<Loading />}>
                <TrendChart days={days} />
              </Suspense>
            )}
          </Await>
        </SpaceBetween>
      }
      table={
        <Await query={query}>
          {({ days }) => (
            <PlainTable
              caption={trend.title}
              head={[trend.day, trend.opened, trend.resolved]}
              rows={[...days]
                .reverse()
                .map((each) => [utcDay(each.day), common.count(each.opened), common.count(each.resolved)])}
            />
          )}
        </Await>
      }
    />
  );
}

/** What was opened and resolved since the visit before. */
export function SinceLastVisit() {
  const before = useLastVisit();
  const query = useSince(before);
  const { since } = overview;
  const shown = (count: number | null) => (count === null ? since.many : common.count(count));
  return (
    <Block title={since.title}>
      {before === undefined ? (
        <Box>{since.first}</Box>
      ) : (
        <Await query={query}>
          {({ opened, resolved }) => (
            <SpaceBetween size="xs">
              <Box color="text-body-secondary">
                {since.when} <Time at={before} form="relative" />
              </Box>
              {opened === 0 && resolved === 0 ? (
                <Box>{since.nothing}</Box>
              ) : (
                <SpaceBetween direction="horizontal" size="l">
                  <RouterLink fontSize="heading-l" href={`/gaps?state=all&openedSince=${before}`}>
                    {since.opened(shown(opened))}
                  </RouterLink>
                  <RouterLink fontSize="heading-l" href={`/gaps?state=resolved&resolvedSince=${before}`}>
                    {since.resolved(shown(resolved))}
                  </RouterLink>
                </SpaceBetween>
              )}
            </SpaceBetween>
          )}
        </Await>
      )}
    </Block>
  );
}

/** The re-assessments that run, with their progress. */
export function Runs() {
  const query = useRunning();
  const { runs } = overview;
  return (
    <Block title={runs.title} actions={<RouterLink href="/administration?tab=runs">{runs.all}</RouterLink>}>
      <Await query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Box>{runs.none}</Box>
          ) : (
            <SpaceBetween size="s">
              {items.map((run) => (
                <ProgressBar
                  key={run.id}
                  label={run.title ?? runs.untitled}
                  value={run.total === 0 ? 0 : (100 * run.done) / run.total}
                  additionalInfo={runs.progress(run.done, run.total)}
                />
              ))}
            </SpaceBetween>
          )
        }
      </Await>
    </Block>
  );
}

/** Whether those who are to be told are told. */
export function Deliveries() {
  const query = useDeliveryHealth();
  const { deliveries } = overview;
  return (
    <Block
      title={deliveries.title}
      actions={<RouterLink href="/notifications">{overview.runs.all}</RouterLink>}
    >
      <Await query={query}>
        {({ endpoints, failing, failed, waiting }) => (
          <SpaceBetween size="xs">
            {endpoints === 0 && (
              <Box>
                {deliveries.noEndpoints}{' '}
                <RouterLink href="/notifications?new=yes">{deliveries.add}</RouterLink>
              </Box>
            )}
            {failing > 0 && (
              <StatusIndicator type="error">
                <RouterLink href="/notifications">{deliveries.failing(failing)}</RouterLink>
              </StatusIndicator>
            )}
            {failed !== 0 && (
              <StatusIndicator type="error">
                <RouterLink href="/notifications?tab=deliveries&state=failed">
                  {deliveries.failed(failed)}
                </RouterLink>
              </StatusIndicator>
            )}
            {waiting !== 0 && (
              <StatusIndicator type="pending">
                <RouterLink href="/notifications?tab=deliveries&state=waiting">
                  {deliveries.waiting(waiting)}
                </RouterLink>
              </StatusIndicator>
            )}
            {endpoints > 0 && failing === 0 && failed === 0 && waiting === 0 && (
              <StatusIndicator type="success">{deliveries.fine}</StatusIndicator>
            )}
          </SpaceBetween>
        )}
      </Await>
    </Block>
  );
}

/** What is heard of, and what of it has no service model. */
export function Covered() {
  const query = useCoverage();
  const { coverage } = overview;
  return (
    <Block
      title={coverage.title}
      actions={<RouterLink href="/administration?tab=coverage">{overview.runs.all}</RouterLink>}
    >
      <Await query={query}>
        {({ items, total, types }) => {
          const resources = types.reduce((sum, type) => sum + type.resources, 0);
          const unmodelled = types
            .filter((type) => !type.modelled)
            .reduce((sum, type) => sum + type.resources, 0);
          const baseline = items.filter(({ account }) => account.phase === 'baseline').length;
          return (
            <SpaceBetween size="xs">
              <Box>
                <RouterLink href="/resources">{coverage.resources(resources)}</RouterLink>,{' '}
                <RouterLink href="/workloads?tab=accounts">
                  {coverage.accounts(total ?? items.length)}
                </RouterLink>
              </Box>
              {unmodelled > 0 ? (
                <StatusIndicator type="warning">
                  <RouterLink href={`/gaps?${UNRESOLVED}&reason=service-not-modelled`}>
                    {coverage.unmodelled(unmodelled)}
                  </RouterLink>
                </StatusIndicator>
              ) : (
                resources > 0 && <StatusIndicator type="success">{coverage.all}</StatusIndicator>
              )}
              {baseline > 0 && (
                <StatusIndicator type="in-progress">
                  <RouterLink href="/workloads?tab=accounts">{coverage.baseline(baseline)}</RouterLink>
                </StatusIndicator>
              )}
            </SpaceBetween>
          );
        }}
      </Await>
    </Block>
  );
}
