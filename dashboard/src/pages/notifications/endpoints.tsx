import Box from '@cloudscape-design/components/box';
import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import StatusIndicator from '@cloudscape-design/components/status-indicator';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useNavigate } from 'react-router-dom';
import { answer, api } from '../../api/client';
import { useMay } from '../../api/session';
import { useAnnouncements } from '../../shared/Announcements';
import { SeverityBadge } from '../../shared/badges';
import { AsRead } from '../../shared/AsRead';
import { Confirm } from '../../shared/Confirm';
import { useCursorPages } from '../../shared/cursor-pages';
import { PagedTable } from '../../shared/PagedTable';
import { Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { RouterLink } from '../../shared/RouterLink';
import { ShownOnce } from '../../shared/ShownOnce';
import { Time } from '../../shared/Time';
import { texts } from '../../texts';
import { type Endpoint, inputOf, PAGE, putEndpoint, readEndpoint } from './data';
import { EndpointForm } from './endpoint-form';
import { TestSend } from './test-send';

const { endpoints: words, secret: secretWords, transitions } = texts.notifications;
const { common } = texts;

type Doing =
  | { what: 'edit' | 'rotate' | 'remove'; endpoint: Endpoint }
  | { what: 'test'; endpoint: Endpoint; opened: string };

interface Secret {
  secret: string;
  previousUntil?: string | undefined;
}

/** Whether it works, since when it does not, and who switched it off. */
export function Health({ endpoint }: { endpoint: Endpoint }) {
  if (!endpoint.enabled) {
    return (
      <>
        <StatusIndicator type="stopped">{endpoint.disabledReason ?? words.off}</StatusIndicator>
        {endpoint.disabledSince && (
          <Box variant="small">
            {words.offSince} <Time at={endpoint.disabledSince} form="relative" />
          </Box>
        )}
      </>
    );
  }
  if (endpoint.failingSince) {
    return (
      <StatusIndicator type="error">
        {words.failingSince} <Time at={endpoint.failingSince} form="relative" />
      </StatusIndicator>
    );
  }
  return <StatusIndicator type="success">{words.working}</StatusIndicator>;
}

/** An endpoint's filter in words. */
export function filterText(filter: Endpoint['filter']): string {
  const parts = [
    ...(filter?.transitions ?? []).map((each) => transitions[each]),
    ...(filter?.reasons ?? []).map((each) => common.reasons[each]),
    ...(filter?.environments ?? []),
    ...(filter?.workloads ?? []),
  ];
  return parts.length > 0 ? parts.join(', ') : words.noFilter;
}

/** Where gaps are told, and how that goes. */
export function Endpoints({ adding, onAdding }: { adding: boolean; onAdding: (open: boolean) => void }) {
  const pages = useCursorPages('endpoints');
  const client = useQueryClient();
  const navigate = useNavigate();
  const announcements = useAnnouncements();
  const may = useMay('editor');
  const [doing, setDoing] = useState<Doing>();
  const [secret, setSecret] = useState<Secret>();
  const query = useQuery({
    queryKey: ['notifications', 'endpoints', pages.cursor],
    placeholderData: (before) => before,
    queryFn: () =>
      answer(
        api.GET('/api/notifications/endpoints', {
          params: { query: { limit: PAGE, ...(pages.cursor && { cursor: pages.cursor }) } },
        }),
      ),
  });
  const reload = () => client.invalidateQueries({ queryKey: ['notifications'] });
  const stop = () => {
    setDoing(undefined);
  };
  const turn = async (endpoint: Endpoint) => {
    const enabled = !endpoint.enabled;
    try {
      const { value, etag } = await readEndpoint(endpoint.id);
      await putEndpoint(endpoint.id, etag, { ...inputOf(value), enabled });
      announcements.done(enabled ? words.enabled(endpoint.name) : words.disabled(endpoint.name));
    } catch (error) {
      announcements.failed(words.failedTo, error);
    }
    await reload();
  };
  const act = (endpoint: Endpoint, what: string) => {
    if (what === 'turn') {
      void turn(endpoint);
    } else if (what === 'deliveries') {
      void navigate(`/notifications?tab=deliveries&endpoint=${endpoint.id}`);
    } else if (what === 'test') {
      setDoing({ what, endpoint, opened: new Date().toISOString() });
    } else {
      setDoing({ what: what as 'edit' | 'rotate' | 'remove', endpoint });
    }
  };
  return (
    <>
      <PagedTable
        query={query}
        pages={pages}
        title={words.title}
        counted={words.counted}
        trackBy={(item) => item.id}
        actions={
          <PermittedButton
            role="editor"
            variant="primary"
            onClick={() => {
              onAdding(true);
            }}
          >
            {words.add}
          </PermittedButton>
        }
        empty={<Empty title={words.none}>{words.noneHint}</Empty>}
        columnDefinitions={[
          {
            id: 'name',
            header: words.name,
            isRowHeader: true,
            cell: (item) => (
              <RouterLink href={`/notifications?tab=deliveries&endpoint=${item.id}`}>{item.name}</RouterLink>
            ),
          },
          { id: 'health', header: words.health, minWidth: 180, cell: (item) => <Health endpoint={item} /> },
          { id: 'team', header: words.team, cell: (item) => item.team ?? words.allTeams },
          { id: 'url', header: words.url, cell: (item) => item.url, minWidth: 200 },
          {
            id: 'severity',
            header: words.severity,
            cell: (item) => <SeverityBadge severity={item.minimumSeverity} />,
          },
          { id: 'filter', header: words.filter, cell: (item) => filterText(item.filter) },
          {
            id: 'actions',
            header: words.actions,
            cell: (item) => (
              <ButtonDropdown
                variant="inline-icon"
                ariaLabel={words.more(item.name)}
                expandToViewport
                items={[
                  { id: 'deliveries', text: words.deliveries },
                  { id: 'test', text: words.test, ...forbidden(may) },
                  { id: 'edit', text: words.edit, ...forbidden(may) },
                  { id: 'turn', text: item.enabled ? words.disable : words.enable, ...forbidden(may) },
                  { id: 'rotate', text: words.rotate, ...forbidden(may) },
                  { id: 'remove', text: words.remove, ...forbidden(may) },
                ]}
                onItemClick={({ detail }) => {
                  act(item, detail.id);
                }}
              />
            ),
          },
        ]}
      />
      {adding && (
        <EndpointForm
          onSave={async (input) => {
            const made = await answer(api.POST('/api/notifications/endpoints', { body: input }));
            setSecret({ secret: made.secret });
            announcements.done(texts.notifications.form.saved(made.endpoint.name));
            await reload();
          }}
          onClose={() => {
            onAdding(false);
          }}
        />
      )}
      {doing?.what === 'edit' && (
        <AsRead
          queryKey={['endpoint', doing.endpoint.id]}
          read={() => readEndpoint(doing.endpoint.id)}
          title={texts.notifications.form.editTitle(doing.endpoint.name)}
          onClose={stop}
        >
          {(endpoint, etag, readTheirs) => (
            <EndpointForm
              endpoint={endpoint}
              onReadTheirs={readTheirs}
              onSave={async (input) => {
                await putEndpoint(endpoint.id, etag, input);
                announcements.done(texts.notifications.form.saved(input.name));
                await reload();
              }}
              onClose={stop}
            />
          )}
        </AsRead>
      )}
      {doing?.what === 'test' && <TestSend endpoint={doing.endpoint} opened={doing.opened} onClose={stop} />}
      {doing?.what === 'rotate' && (
        <Confirm
          title={words.rotateTitle(doing.endpoint.name)}
          action={words.rotate}
          onClose={stop}
          onConfirm={async () => {
            const { id } = doing.endpoint;
            const made = await answer(
              api.POST('/api/notifications/endpoints/{id}/rotate-secret', {
                params: { path: { id }, header: { 'If-Match': (await readEndpoint(id)).etag } },
              }),
            );
            setSecret({ secret: made.secret, previousUntil: made.previousSecretUntil });
            await reload();
          }}
        >
          <Box>{words.rotateText}</Box>
        </Confirm>
      )}
      {doing?.what === 'remove' && (
        <Confirm
          title={words.removeTitle(doing.endpoint.name)}
          action={words.remove}
          onClose={stop}
          onConfirm={async () => {
            const { id, name } = doing.endpoint;
            await api.DELETE('/api/notifications/endpoints/{id}', {
              params: { path: { id }, header: { 'If-Match': (await readEndpoint(id)).etag } },
            });
            announcements.done(words.removed(name));
            await reload();
          }}
        >
          <Box>{words.removeText}</Box>
        </Confirm>
      )}
      {secret && (
        <ShownOnce
          title={secretWords.title}
          warning={secretWords.once}
          label={secretWords.label}
          secret={secret.secret}
          done={secretWords.done}
          onClose={() => {
            setSecret(undefined);
          }}
        >
          {secret.previousUntil && (
            <Box>
              {secretWords.previousUntil} <Time at={secret.previousUntil} />
            </Box>
          )}
        </ShownOnce>
      )}
    </>
  );
}

function forbidden(may: boolean) {
  return may ? {} : { disabled: true, disabledReason: common.needsRole('editor') };
}
