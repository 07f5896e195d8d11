import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import SplitPanel from '@cloudscape-design/components/split-panel';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import type { GapDetail } from '../../api/types';
import { usePendingChanges } from '../../live';
import { useAnnouncements } from '../../shared/Announcements';
import { GapStateIndicator, SeverityBadge } from '../../shared/badges';
import { ChangesBar } from '../../shared/ChangesBar';
import { CheckDetails } from '../../shared/CheckDetails';
import { FrameworkIds } from '../../shared/FrameworkIds';
import { Await } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { Acknowledge } from './acknowledge';
import { useAlerts, useCheckOf, useGap } from './data';
import { happened, shownValue } from './sentences';

const { gaps, cell, common, notifications } = texts;
const { panel, acknowledge } = gaps;

export interface Neighbours {
  previous: string | undefined;
  next: string | undefined;
}

/**
 * One gap, explained: what was read, seen and expected, how to close it, what happened, who was told. It takes the focus
 * where the reader has opened it, and not where the address did.
 */
export function GapPanel({
  id,
  neighbours,
  takeFocus,
  onOpen,
}: {
  id: string;
  neighbours: Neighbours;
  takeFocus: boolean;
  onOpen: (id: string) => void;
}) {
  const content = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takeFocus) {
      content.current?.focus({ preventScroll: true });
    }
  }, [takeFocus, id]);
  const query = useGap(id);
  const changes = usePendingChanges((change) => change.gap.id === id);
  return (
    <SplitPanel
      header={query.data?.value.title ?? panel.loading}
      hidePreferencesButton
      headerActions={
        <SpaceBetween direction="horizontal" size="xxs">
          {(['previous', 'next'] as const).map((side) => (
            <Button
              key={side}
              variant="icon"
              iconName={side === 'previous' ? 'angle-up' : 'angle-down'}
              ariaLabel={panel[side]}
              disabled={neighbours[side] === undefined}
              onClick={() => {
                const neighbour = neighbours[side];
                if (neighbour !== undefined) {
                  onOpen(neighbour);
                }
              }}
            />
          ))}
        </SpaceBetween>
      }
    >
      <div ref={content} tabIndex={-1} className="panel-content">
        <ChangesBar changes={changes} onRefresh={() => void query.refetch()} />
        <Await query={query} loading={panel.loading}>
          {({ value, etag }) => (
            <Explanation key={id} gap={value} etag={etag} reload={() => void query.refetch()} />
          )}
        </Await>
      </div>
    </SplitPanel>
  );
}

function Explanation({ gap, etag, reload }: { gap: GapDetail; etag: string; reload: () => void }) {
  return (
    <SpaceBetween size="l">
      <Actions gap={gap} etag={etag} reload={reload} />
      <Facts gap={gap} />
      <div>
        <Box variant="h3">{panel.what}</Box>
        <SpaceBetween size="s">
          <KeyValuePairs columns={1} items={[{ label: panel.expected, value: gap.expected }]} />
          <Observed gap={gap} />
        </SpaceBetween>
      </div>
      <div>
        <Box variant="h3">{panel.remediation}</Box>
        <SpaceBetween direction="horizontal" size="xs" alignItems="start">
          <Box>{gap.remediation}</Box>
          <CopyToClipboard
            variant="icon"
            copyButtonAriaLabel={`${common.copy}: ${panel.remediation}`}
            copySuccessText={common.copied}
            copyErrorText={common.copyFailed}
            textToCopy={gap.remediation}
          />
        </SpaceBetween>
      </div>
      <KeyValuePairs
        columns={2}
        items={[
          { label: panel.providerPart, value: gap.provided ?? cell.noPart },
          { label: panel.customerPart, value: gap.responsibility ?? cell.noPart },
          ...(gap.rationale ? [{ label: cell.why, value: gap.rationale }] : []),
          ...(Object.keys(gap.frameworks).length > 0
            ? [{ label: panel.frameworks, value: <FrameworkIds frameworks={gap.frameworks} /> }]
            : []),
        ]}
      />
      <TheCheck gap={gap} />
      <History gap={gap} />
      <Alerts id={gap.id} />
    </SpaceBetween>
  );
}

function Facts({ gap }: { gap: GapDetail }) {
  const { subject } = gap;
  return (
    <KeyValuePairs
      columns={4}
      items={[
        {
          label: panel.state,
          value: (
            <SpaceBetween direction="horizontal" size="xs" alignItems="center">
              <SeverityBadge severity={gap.severity} />
              <GapStateIndicator state={gap.state} />
            </SpaceBetween>
          ),
        },
        {
          label: panel.resource,
          value: (
            <>
              <RouterLink href={`/resources/${subject.id}`}>{subject.name ?? subject.nativeId}</RouterLink>
              <Box variant="small" display="block">
                {subject.type} · {subject.account} {subject.region}
              </Box>
            </>
          ),
        },
        {
          label: panel.owner,
          value: (
            <>
              {gap.ownerTeam ?? gaps.nobody}
              {gap.workload && (
                <Box variant="small" display="block">
                  <RouterLink href={`/workloads/${gap.workload}`}>
                    {panel.workload(gap.workload, gap.environment)}
                  </RouterLink>
                </Box>
              )}
            </>
          ),
        },
        {
          label: panel.due,
          value: (
            <>
              <Time at={gap.dueAt} form="relative" />
              <Box variant="small" display="block">
                {panel.opened} <Time at={gap.openedAt} />
              </Box>
            </>
          ),
        },
        { label: gaps.columns.control, value: gap.controlTitle },
        { label: gaps.columns.reason, value: gap.stale ? panel.stale : common.reasons[gap.reason] },
        ...(gap.serviceModel
          ? [
              {
                label: panel.model,
                value: (
                  <RouterLink
                    href={`/catalog/${gap.serviceModel}?version=${String(gap.modelVersion)}&control=${gap.control}`}
                  >
                    {panel.version(gap.serviceModel, gap.modelVersion)}
                  </RouterLink>
                ),
              },
            ]
          : []),
        ...(gap.note ? [{ label: panel.note, value: `${gap.note} (${gap.acknowledgedBy ?? ''})` }] : []),
      ]}
    />
  );
}

/** What was seen where; where nothing was there, that is said. */
function Observed({ gap }: { gap: GapDetail }) {
  if (gap.observed.length === 0) {
    return <Box color="text-body-secondary">{panel.nothingObserved}</Box>;
  }
  return (
    <PlainTable
      caption={panel.observed}
      head={[panel.path, panel.observed]}
      rows={gap.observed.map((each) => [
        <code key="path">{each.path}</code>,
        each.present ? (
          <code key="value">{shownValue(each.value)}</code>
        ) : (
          <em key="value">{panel.missing}</em>
        ),
      ])}
    />
  );
}

function TheCheck({ gap }: { gap: GapDetail }) {
  const { data: check } = useCheckOf(gap);
  if (!check) {
    return null;
  }
  return (
    <div>
      <Box variant="h3">{panel.check}</Box>
      <CheckDetails check={check} />
    </div>
  );
}

function History({ gap }: { gap: GapDetail }) {
  return (
    <div>
      <Box variant="h3">{panel.history}</Box>
      <ol className="bare-list" aria-label={gaps.history.label}>
        {gap.history.map((entry) => (
          <li key={entry.sequence}>
            <Time at={entry.at} />: {happened(entry)}
            {entry.actor && ` ${panel.by} ${entry.actor}`}
            {entry.note && `: ${entry.note}`}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Alerts({ id }: { id: string }) {
  const query = useAlerts(id);
  return (
    <div>
      <Box variant="h3">{panel.alerts}</Box>
      <Await query={query}>
        {({ items }) =>
          items.length === 0 ? (
            <Box>{panel.noAlerts}</Box>
          ) : (
            <>
              <PlainTable
                caption={panel.alerts}
                head={[
                  notifications.deliveries.created,
                  notifications.deliveries.type,
                  notifications.deliveries.state,
                  notifications.deliveries.attempts,
                ]}
                rows={items.map((each) => [
                  <Time key="at" at={each.createdAt} />,
                  notifications.types[each.type],
                  notifications.states[each.state],
                  common.count(each.attempts),
                ])}
              />
              <RouterLink href={`/notifications?tab=deliveries&gap=${id}`}>{panel.allAlerts}</RouterLink>
            </>
          )
        }
      </Await>
    </div>
  );
}

/** Taking the gap on, and giving it back. */
function Actions({ gap, etag, reload }: { gap: GapDetail; etag: string; reload: () => void }) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const [asking, setAsking] = useState(false);
  const [stale, setStale] = useState(false);
  const [busy, setBusy] = useState(false);
  const giveBack = async () => {
    setBusy(true);
    setStale(false);
    try {
      await api.DELETE('/api/gaps/{id}/acknowledge', {
        params: { path: { id: gap.id }, header: { 'If-Match': etag } },
      });
      announcements.done(acknowledge.givenBack);
      await client.invalidateQueries({ queryKey: ['gaps'] });
    } catch (error) {
      if (error instanceof ProblemError && error.status === 412) {
        setStale(true);
        reload();
      } else {
        announcements.failed(acknowledge.failed, error);
      }
    } finally {
      setBusy(false);
    }
  };
  return (
    <div className="no-print">
      <SpaceBetween size="s">
        <SpaceBetween direction="horizontal" size="xs">
          {gap.state === 'acknowledged' ? (
            <PermittedButton role="editor" loading={busy} onClick={() => void giveBack()}>
              {acknowledge.giveBack}
            </PermittedButton>
          ) : (
            <PermittedButton
              role="editor"
              variant="primary"
              disabled={gap.state !== 'open'}
              disabledReason={acknowledge.needsOpen(gap.state)}
              onClick={() => {
                setAsking(true);
              }}
            >
              {acknowledge.button}
            </PermittedButton>
          )}
          <CopyToClipboard
            variant="button"
            copyButtonText={panel.link}
            copySuccessText={common.copied}
            copyErrorText={common.copyFailed}
            textToCopy={`${location.origin}/gaps?gap=${gap.id}`}
          />
        </SpaceBetween>
        {stale && <Alert type="warning">{acknowledge.stale}</Alert>}
      </SpaceBetween>
      {asking && (
        <Acknowledge
          gaps={[gap]}
          onDone={reload}
          onClose={() => {
            setAsking(false);
          }}
        />
      )}
    </div>
  );
}
