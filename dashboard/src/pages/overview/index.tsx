import Alert from '@cloudscape-design/components/alert';
import Grid from '@cloudscape-design/components/grid';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { Page } from '../../layout/Page';
import { usePendingChanges } from '../../live';
import { ChangesBar } from '../../shared/ChangesBar';
import { RouterLink } from '../../shared/RouterLink';
import { readState, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import {
  ByReason,
  ByTeam,
  Covered,
  Deliveries,
  OpenGaps,
  type Period,
  Runs,
  SinceLastVisit,
  Trend,
} from './blocks';
import { askForAll, useCoverage } from './data';
import { Posture } from './posture';

const { overview } = texts;
const STATE = { days: word<Period>(['7', '30', '90'], '30') };

/** Asks for what this address shows, and fetches the chart, before the page is drawn. */
export function askAhead(client: QueryClient, search: URLSearchParams): void {
  askForAll(client, Number(readState(STATE, search).days));
  import('./trend').catch(() => undefined);
}

/** What is not done, whose it is, how that changes, and what needs somebody; each figure leads to what is behind it. */
export default function OverviewPage() {
  const [state, change] = useUrlState(STATE);
  const client = useQueryClient();
  const changes = usePendingChanges();
  const heard = useCoverage().data;
  const nothing = heard?.items.length === 0;
  return (
    <Page title={overview.title} description={overview.description} contentType="dashboard">
      <SpaceBetween size="m">
        <ChangesBar
          changes={changes}
          onRefresh={() => {
            void client.invalidateQueries({ queryKey: ['overview'] });
            void client.invalidateQueries({ queryKey: ['runs'] });
          }}
        />
        {nothing && (
          <Alert
            type="info"
            header={overview.nothing.title}
            action={<RouterLink href="/start">{overview.nothing.start}</RouterLink>}
          >
            {overview.nothing.hint}
          </Alert>
        )}
        <Grid
          gridDefinition={[
            { colspan: { default: 12, m: 8 } },
            { colspan: { default: 12, m: 4 } },
            { colspan: { default: 12, s: 6, m: 4 } },
            { colspan: { default: 12, s: 6, m: 4 } },
            { colspan: { default: 12, m: 4 } },
            { colspan: { default: 12, m: 6 } },
            { colspan: { default: 12, m: 6 } },
            { colspan: { default: 12, s: 6 } },
            { colspan: { default: 12, s: 6 } },
          ]}
        >
          <OpenGaps />
          <SinceLastVisit />
          <ByTeam />
          <ByReason />
          <Covered />
          <Trend
            period={state.days}
            onPeriod={(days) => {
              change({ days }, { replace: true });
            }}
          />
          <Posture />
          <Runs />
          <Deliveries />
        </Grid>
      </SpaceBetween>
    </Page>
  );
}
