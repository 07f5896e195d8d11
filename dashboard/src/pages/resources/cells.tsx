import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { CategoryLabel, CustomerIndicator, ProviderIndicator, SeverityBadge } from '../../shared/badges';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { texts } from '../../texts';
import type { Cell } from './data';
import { byDomain } from './summary';

type Check = NonNullable<Cell['customer']>['checks'][number];

const { common } = texts;
const { cell: words } = texts.resources;

/** A check as it was judged: what was expected, what was seen, what to do. */
function JudgedCheck({ check }: { check: Check }) {
  return (
    <div className="judged">
      <SpaceBetween size="xs">
        <SpaceBetween direction="horizontal" size="xs" alignItems="center">
          <CustomerIndicator outcome={check.outcome} />
          <Box variant="strong">{check.title}</Box>
          <SeverityBadge severity={check.severity} />
          {check.gap && <RouterLink href={`/gaps?state=all&gap=${check.gap}`}>{words.gap}</RouterLink>}
        </SpaceBetween>
        {check.reason && <Box>{common.reasons[check.reason]}</Box>}
        <KeyValuePairs
          columns={2}
          items={[
            { label: words.expected, value: check.expected },
            ...(check.outcome === 'satisfied'
              ? []
              : [{ label: words.remediation, value: check.remediation }]),
          ]}
        />
        {check.observed.length > 0 && (
          <PlainTable
            caption={words.observed}
            head={[words.path, words.observed]}
            rows={check.observed.map((each) => [
              <code key="path">{each.path}</code>,
              each.present ? (
                <code key="value">{JSON.stringify(each.value)}</code>
              ) : (
                <em key="value">{words.missing}</em>
              ),
            ])}
          />
        )}
      </SpaceBetween>
    </div>
  );
}

/** One control on the resource: whose it is, both parts, and whether each is done. */
function CellLine({ cell }: { cell: Cell }) {
  const { provider, customer } = cell;
  const how = [
    common.ownerships[cell.ownership],
    ...(cell.variant ? [words.variant(cell.variant)] : []),
    ...(cell.from ? [words.from(cell.from.kind)] : []),
  ].join(', ');
  return (
    <ExpandableSection
      headingTagOverride="h3"
      headerText={cell.title}
      headerDescription={how}
      headerActions={
        <SpaceBetween direction="horizontal" size="s" alignItems="center">
          <CategoryLabel category={cell.category} />
          {customer && <CustomerIndicator outcome={customer.outcome} />}
          {!customer && provider && <ProviderIndicator state={provider.state} />}
        </SpaceBetween>
      }
    >
      <SpaceBetween size="m">
        <KeyValuePairs
          columns={2}
          items={[
            {
              label: words.provider,
              value: provider ? (
                <>
                  <ProviderIndicator state={provider.state} /> {provider.provided}
                </>
              ) : (
                words.none
              ),
            },
            {
              label: words.customer,
              value: customer ? (
                <>
                  <CustomerIndicator outcome={customer.outcome} /> {customer.responsibility}
                </>
              ) : (
                words.none
              ),
            },
          ]}
        />
        {customer?.checks.map((check) => (
          <JudgedCheck key={check.id} check={check} />
        ))}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** Whose job each control is, by domain. */
export function Cells({ cells }: { cells: readonly Cell[] }) {
  return (
    <SpaceBetween size="l">
      {byDomain(cells).map(([domain, of]) => (
        <Container key={domain} header={<Header variant="h2">{domain}</Header>}>
          {of.map((cell) => (
            <CellLine key={cell.control} cell={cell} />
          ))}
        </Container>
      ))}
    </SpaceBetween>
  );
}
