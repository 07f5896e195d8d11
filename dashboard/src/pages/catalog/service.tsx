import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import Tabs from '@cloudscape-design/components/tabs';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router-dom';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';
import { Page } from '../../layout/Page';
import { useAnnouncements } from '../../shared/Announcements';
import { Confirm } from '../../shared/Confirm';
import { Await, Empty } from '../../shared/PageState';
import { PermittedButton } from '../../shared/Permitted';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { Time } from '../../shared/Time';
import { ordinal, text, useUrlState, word } from '../../shared/url-state';
import { texts } from '../../texts';
import { type ModelKey, useModel } from './data';
import { DiffTab } from './diff';
import { DraftTab } from './draft';
import { Responsibilities } from './responsibilities';
import { RunProgress } from './run-progress';
import { Versions } from './versions';

type ModelVersion = Schema<'ServiceModelVersion'>;

const { catalog, cell } = texts;
const { service: words } = catalog;
const TABS = ['responsibilities', 'versions', 'diff', 'draft'] as const;
const NO_VERSION = 0;
const STATE = {
  tab: word(TABS, 'responsibilities'),
  version: { ...ordinal(1), otherwise: NO_VERSION },
  from: text(),
  to: text(),
  control: text(),
  run: { ...ordinal(1), otherwise: NO_VERSION },
};

/** A service model: who does what, its versions, what changes, the draft of the next. */
export default function ServiceModelPage() {
  const { provider = '', service = '' } = useParams();
  const model: ModelKey = { provider, service };
  const [state, change] = useUrlState(STATE);
  const query = useModel(model, state.version === NO_VERSION ? undefined : state.version);
  const [retiring, setRetiring] = useState(false);
  const key = `${provider}/${service}`;
  const contents = {
    responsibilities: (
      <Await query={query} loading={words.loading}>
        {(found) =>
          found ? (
            <SpaceBetween size="l">
              <About found={found} href={`/catalog/${key}`} />
              <Responsibilities model={found.model} opened={state.control} />
              <Unchecked requirements={found.model.unchecked} />
            </SpaceBetween>
          ) : (
            <Empty
              title={words.none}
              action={<RouterLink href={`/catalog/${key}?tab=draft`}>{words.toDraft}</RouterLink>}
            >
              {words.noneHint}
            </Empty>
          )
        }
      </Await>
    ),
    versions: (
      <Versions
        model={model}
        onCompare={(from, to) => {
          change({ tab: 'diff', from, to });
        }}
      />
    ),
    diff: (
      <DiffTab
        model={model}
        from={state.from}
        to={state.to}
        onChange={(from, to) => {
          change({ from, to });
        }}
      />
    ),
    draft: (
      <DraftTab
        model={model}
        onPublished={(version) => {
          change({ run: version });
        }}
      />
    ),
  };
  return (
    <Page
      title={query.data?.model.name ?? key}
      description={key}
      crumbs={[{ text: catalog.title, href: '/catalog' }]}
      actions={
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <RouterLink href={`/matrix?service=${key}`}>{words.matrix}</RouterLink>
          <PermittedButton
            role="admin"
            disabled={!query.data?.inForce}
            onClick={() => {
              setRetiring(true);
            }}
          >
            {catalog.retire.button}
          </PermittedButton>
        </SpaceBetween>
      }
    >
      <SpaceBetween size="l">
        {state.run !== NO_VERSION && (
          <Container>
            <RunProgress model={model} version={state.run} />
          </Container>
        )}
        <Tabs
          ariaLabel={key}
          activeTabId={state.tab}
          tabs={TABS.map((id) => ({ id, label: words.tabs[id], content: id === state.tab && contents[id] }))}
          onChange={({ detail }) => {
            change({ tab: detail.activeTabId as (typeof TABS)[number] });
          }}
        />
      </SpaceBetween>
      {retiring && (
        <Retire
          model={model}
          onClose={() => {
            setRetiring(false);
          }}
        />
      )}
    </Page>
  );
}

function About({ found, href }: { found: ModelVersion; href: string }) {
  const { model } = found;
  const sources = model.sources.filter((source) => source.says);
  return (
    <Container>
      <SpaceBetween size="m">
        {!found.inForce && (
          <Alert type="info" action={<RouterLink href={href}>{words.toCurrent}</RouterLink>}>
            {words.old}
          </Alert>
        )}
        <Box>{model.description}</Box>
        <KeyValuePairs
          columns={4}
          items={[
            { label: words.version(model.version), value: found.inForce ? words.inForce : words.notInForce },
            {
              label: `${catalog.columns.class} · ${catalog.columns.model}`,
              value: `${catalog.classes[model.serviceClass]} · ${catalog.models[model.deliveryModel]}`,
            },
            { label: words.published, value: <Time at={found.publishedAt} /> },
            { label: words.types, value: model.resourceTypes.join(', ') },
          ]}
        />
        {sources.length > 0 && (
          <div>
            <Box variant="awsui-key-label">{words.sources}</Box>
            <ul>
              {sources.map((source) => (
                <li key={source.title}>
                  {source.url ? (
                    <Link href={source.url} external>
                      {source.title}
                    </Link>
                  ) : (
                    source.title
                  )}
                  : {source.says}
                </li>
              ))}
            </ul>
            <Box color="text-body-secondary">{cell.inTheirWords}</Box>
          </div>
        )}
      </SpaceBetween>
    </Container>
  );
}

/** Requirements about the service that no configuration shows, each with the reason. */
function Unchecked({ requirements }: { requirements: ModelVersion['model']['unchecked'] }) {
  if (requirements.length === 0) {
    return null;
  }
  return (
    <Container
      header={
        <Header variant="h2" description={words.uncheckedHint}>
          {words.unchecked}
        </Header>
      }
    >
      <PlainTable
        caption={words.unchecked}
        head={[words.requirement, catalog.columns.control, words.why]}
        rows={requirements.map((each) => [
          `${each.framework}: ${each.requirement}`,
          each.control,
          each.reason,
        ])}
      />
    </Container>
  );
}

function Retire({ model, onClose }: { model: ModelKey; onClose: () => void }) {
  const client = useQueryClient();
  const announcements = useAnnouncements();
  const retire = async () => {
    await answer(
      api.POST('/api/catalog/service-models/{provider}/{service}/retire', { params: { path: { ...model } } }),
    );
    announcements.done(catalog.retire.done);
    await client.invalidateQueries({ queryKey: ['catalog'] });
  };
  return (
    <Confirm title={catalog.retire.title} action={catalog.retire.button} onConfirm={retire} onClose={onClose}>
      <Box>{catalog.retire.text}</Box>
    </Confirm>
  );
}
