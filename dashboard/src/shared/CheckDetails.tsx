import ExpandableSection from '@cloudscape-design/components/expandable-section';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import type { components } from '../api/schema';
import { texts } from '../texts';
import { SeverityBadge } from './badges';
import { Code } from './Code';
import { FrameworkIds } from './FrameworkIds';

type Check =
  components['schemas']['ServiceModelVersion']['model']['responsibilities'][number]['checks'][number];

const { cell } = texts;

/** A check of a service model: what it asks, in words and in CEL, and what to do where it fails. */
export function CheckDetails({ check }: { check: Check }) {
  const parameters = Object.entries(check.parameters);
  return (
    <ExpandableSection headerText={check.title} headerDescription={check.id} headingTagOverride="h3">
      <KeyValuePairs
        columns={1}
        items={[
          { label: cell.severity, value: <SeverityBadge severity={check.severity} /> },
          { label: cell.expected, value: check.expected },
          { label: cell.remediation, value: check.remediation },
          ...(check.resourceTypes.length > 0
            ? [{ label: cell.appliesTo, value: check.resourceTypes.join(', ') }]
            : []),
          ...(check.when
            ? [{ label: cell.onlyWhen, value: <Code label={cell.onlyWhen}>{check.when}</Code> }]
            : []),
          { label: cell.expression, value: <Code label={cell.expression}>{check.expression}</Code> },
          ...(parameters.length > 0
            ? [
                {
                  label: cell.parameters,
                  value: (
                    <Code label={cell.parameters}>
                      {parameters.map(([name, value]) => `${name} = ${JSON.stringify(value)}`).join('\n')}
                    </Code>
                  ),
                },
              ]
            : []),
          ...(Object.keys(check.frameworks).length > 0
            ? [{ label: cell.frameworks, value: <FrameworkIds frameworks={check.frameworks} /> }]
            : []),
        ]}
      />
    </ExpandableSection>
  );
}
