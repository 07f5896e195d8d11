import Box from '@cloudscape-design/components/box';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Link from '@cloudscape-design/components/link';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { components } from '../api/schema';
import { texts } from '../texts';
import { SeverityBadge } from './badges';
import { CheckDetails } from './CheckDetails';
import { Code } from './Code';

/** A cell of a service model, as its versions have it. */
export type Responsibility =
  components['schemas']['ServiceModelVersion']['model']['responsibilities'][number];
type Source = Responsibility['sources'][number];

const { cell, common } = texts;

/** Who does what in one cell: both parts, checks, variants, why, and each source's own words. */
export function CellDetails({ responsibility }: { responsibility: Responsibility }) {
  return (
    <SpaceBetween size="m">
      <KeyValuePairs
        columns={3}
        items={[
          { label: cell.owner, value: common.ownerships[responsibility.ownership] },
          { label: cell.seenBy, value: cell.observability[responsibility.observability] },
          { label: cell.severity, value: <SeverityBadge severity={responsibility.severity} /> },
        ]}
      />
      <KeyValuePairs
        columns={2}
        items={[
          { label: cell.providerPart, value: responsibility.provided ?? cell.noPart },
          { label: cell.customerPart, value: responsibility.responsibility ?? cell.noPart },
        ]}
      />
      {responsibility.rationale && (
        <KeyValuePairs columns={1} items={[{ label: cell.why, value: responsibility.rationale }]} />
      )}
      {responsibility.variants.map((variant) => (
        <ExpandableSection
          key={variant.name}
          headerText={`${cell.variants} ${variant.name}`}
          headerDescription={common.ownerships[variant.ownership]}
          headingTagOverride="h3"
        >
          <SpaceBetween size="s">
            <KeyValuePairs
              columns={1}
              items={[
                { label: cell.variantWhen, value: <Code label={cell.variantWhen}>{variant.when}</Code> },
                { label: cell.providerPart, value: variant.provided ?? cell.noPart },
                { label: cell.customerPart, value: variant.responsibility ?? cell.noPart },
                ...(variant.rationale ? [{ label: cell.why, value: variant.rationale }] : []),
              ]}
            />
            {variant.checks.map((check) => (
              <CheckDetails key={check.id} check={check} />
            ))}
          </SpaceBetween>
        </ExpandableSection>
      ))}
      {responsibility.checks.length > 0 && (
        <div>
          <Box variant="h4" tagOverride="h3">
            {cell.checks(responsibility.checks.length)}
          </Box>
          {responsibility.checks.map((check) => (
            <CheckDetails key={check.id} check={check} />
          ))}
        </div>
      )}
      <Sources sources={responsibility.sources} />
    </SpaceBetween>
  );
}

/** Who says so; what a source says in its own words stands beside it. */
function Sources({ sources }: { sources: readonly Source[] }) {
  if (sources.length === 0) {
    return null;
  }
  return (
    <div>
      <Box variant="h4" tagOverride="h3">
        {cell.sources}
      </Box>
      {sources.filter((source) => source.says).length > 1 && (
        <Box color="text-body-secondary">{cell.inTheirWords}</Box>
      )}
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
            {source.says && `: ${source.says}`}
          </li>
        ))}
      </ul>
    </div>
  );
}
