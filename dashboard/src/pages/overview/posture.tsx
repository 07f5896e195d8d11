import Box from '@cloudscape-design/components/box';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import type { Schema } from '../../api/types';
import { CustomerIndicator, ProviderIndicator } from '../../shared/badges';
import { ChartWithTable } from '../../shared/ChartWithTable';
import { Await } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import { usePosture } from './data';

const { common } = texts;
const { posture } = texts.overview;

type Counts = Schema<'OutcomeCounts'>;
type Cells = Schema<'Posture'>['cells'];
const PROVIDER = ['proven', 'claimed', 'lapsed'] as const;
const CUSTOMER = ['satisfied', 'not-satisfied', 'unknown', 'not-applicable'] as const;

/** One part's outcomes: a bar of shares, then the figures with their words. */
function Shares({
  title,
  hint,
  parts,
}: {
  title: string;
  hint: string;
  parts: readonly { key: string; name: ReactNode; count: number }[];
}) {
  const total = parts.reduce((sum, part) => sum + part.count, 0);
  return (
    <div>
      <Box variant="h3">{title}</Box>
      <div className="shares" aria-hidden="true">
        {parts.map((part) => (
          <span key={part.key} className={`share share-${part.key}`} style={{ flexGrow: part.count }} />
        ))}
      </div>
      <ul className="legend">
        {parts.map((part) => (
          <li key={part.key}>
            {part.name} <strong>{common.count(part.count)}</strong>
          </li>
        ))}
      </ul>
      <Box variant="small" color="text-body-secondary">
        {posture.total(total)}. {hint}
      </Box>
    </div>
  );
}

/** The counts of each service model, in the API's order. */
function byService(cells: Cells): [string, Counts][] {
  const services = new Map<string, Counts>();
  for (const { serviceModel, counts } of cells) {
    const before = services.get(serviceModel);
    services.set(
      serviceModel,
      before
        ? { provider: sum(before.provider, counts.provider), customer: sum(before.customer, counts.customer) }
        : counts,
    );
  }
  return [...services];
}

function sum<T extends Record<string, number>>(one: T, other: T): T {
  return Object.fromEntries(Object.entries(one).map(([key, count]) => [key, count + (other[key] ?? 0)])) as T;
}

/** The same figures for each service, each with its part of the matrix; added up only where it is shown. */
function ByService({ cells }: { cells: Cells }) {
  return (
    <PlainTable
      ofFigures
      caption={posture.title}
      head={[
        posture.service,
        ...CUSTOMER.map((key) => common.customer[key]),
        ...PROVIDER.map((key) => common.provider[key]),
      ]}
      rows={byService(cells).map(([service, { customer, provider }]) => [
        <RouterLink key="service" href={`/matrix?service=${service}`}>
          {service}
        </RouterLink>,
        ...CUSTOMER.map((key) => common.count(customer[key] ?? 0)),
        ...PROVIDER.map((key) => common.count(provider[key] ?? 0)),
      ])}
    />
  );
}

/** Proven against only claimed, done against not done; as a table by service, each with its part of the matrix. */
export function Posture() {
  const query = usePosture();
  const partsOf = ({ provider, customer }: Counts) => ({
    provider: PROVIDER.map((key) => ({
      key,
      name: <ProviderIndicator state={key} />,
      count: provider[key] ?? 0,
    })),
    customer: CUSTOMER.map((key) => ({
      key,
      name: <CustomerIndicator outcome={key} />,
      count: customer[key] ?? 0,
    })),
  });
  return (
    <ChartWithTable
      title={posture.title}
      chart={
        <Await query={query}>
          {({ total }) => {
            const parts = partsOf(total);
            return (
              <SpaceBetween size="m">
                <Shares title={posture.customer} hint={posture.customerHint} parts={parts.customer} />
                <Shares title={posture.provider} hint={posture.providerHint} parts={parts.provider} />
                <RouterLink href="/matrix">{texts.shell.navigation.matrix}</RouterLink>
              </SpaceBetween>
            );
          }}
        </Await>
      }
      table={<Await query={query}>{({ cells }) => <ByService cells={cells} />}</Await>}
    />
  );
}
