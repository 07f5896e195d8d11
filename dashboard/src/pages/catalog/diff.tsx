import Badge from '@cloudscape-design/components/badge';
import Box from '@cloudscape-design/components/box';
import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import KeyValuePairs from '@cloudscape-design/components/key-value-pairs';
import Select from '@cloudscape-design/components/select';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { Schema } from '../../api/types';
import { Await, Empty } from '../../shared/PageState';
import { texts } from '../../texts';
import { type ModelKey, useDiff, useDraft, useVersions } from './data';

type Diff = Schema<'Diff'>;
type Duty = Schema<'DutyChange'>;
type Change = Schema<'FieldChange'>;

const { catalog, common } = texts;
const { diff } = catalog;
const KINDS = Object.keys(catalog.kinds) as Duty['kind'][];

/** A field before and after. */
function Changes({ changes }: { changes: readonly Change[] }) {
  return (
    <ul className="bare-list changes">
      {changes.map((change) => (
        <li key={change.field}>
          <Box variant="awsui-key-label">{change.field}</Box>
          <del aria-label={diff.before}>{change.from ?? diff.nothing}</del>
          <ins aria-label={diff.after}>{change.to ?? diff.nothing}</ins>
        </li>
      ))}
    </ul>
  );
}

function DutyLine({ duty }: { duty: Duty }) {
  const title = duty.variant ? `${duty.title} ${diff.variant(duty.variant)}` : duty.title;
  return (
    <ExpandableSection
      headingTagOverride="h4"
      headerText={
        <>
          {title} <Badge>{catalog.kinds[duty.kind]}</Badge>
        </>
      }
      headerDescription={duty.sentence}
    >
      <SpaceBetween size="s">
        {duty.terms.length > 0 && <Changes changes={duty.terms} />}
        {duty.checks.map((check) => (
          <div key={check.id}>
            <Box variant="strong">
              {diff.checks[check.kind]}: {check.title}
            </Box>
            <Changes changes={check.fields} />
          </div>
        ))}
        {duty.texts.length > 0 && <Changes changes={duty.texts} />}
      </SpaceBetween>
    </ExpandableSection>
  );
}

/** How many duties change in each way. */
export function DiffSummary({ summary }: { summary: Diff['summary'] }) {
  const some = KINDS.filter((kind) => summary[kind] > 0);
  if (some.length === 0) {
    return <Box>{diff.same}</Box>;
  }
  return (
    <KeyValuePairs
      columns={3}
      ariaLabel={diff.summary}
      items={some.map((kind) => ({
        label: catalog.kinds[kind],
        value: (
          <>
            {common.count(summary[kind])} <Box variant="small">{catalog.kindsInFull[kind]}</Box>
          </>
        ),
      }))}
    />
  );
}

/** All that changes, the gravest first. */
function DiffDetails({ found }: { found: Diff }) {
  if (found.duties.length === 0 && found.service.length === 0) {
    return <Empty title={diff.same}>{diff.sameHint}</Empty>;
  }
  return (
    <SpaceBetween size="l">
      <DiffSummary summary={found.summary} />
      {found.service.length > 0 && (
        <div>
          <Box variant="h3">{diff.service}</Box>
          <Changes changes={found.service} />
        </div>
      )}
      <div>
        <Box variant="h3">{diff.duties}</Box>
        {found.duties.map((duty) => (
          <DutyLine key={`${duty.control} ${duty.variant ?? ''}`} duty={duty} />
        ))}
      </div>
    </SpaceBetween>
  );
}

/** Chooses two sides and shows what changes from one to the other. */
export function DiffTab({
  model,
  from,
  to,
  onChange,
}: {
  model: ModelKey;
  from: string;
  to: string;
  onChange: (from: string, to: string) => void;
}) {
  const versions = useVersions(model);
  const draft = useDraft(model);
  const items = versions.data?.items ?? [];
  const inForce = items.find((each) => each.inForce)?.version;
  const sides = [...(draft.data ? ['draft'] : []), ...items.map((each) => String(each.version))];
  const right = to || (draft.data ? 'draft' : String(inForce ?? ''));
  const left =
    from || String(right === 'draft' || inForce === undefined ? (inForce ?? '') : Math.max(1, inForce - 1));
  const found = useDiff(model, left, right);
  const options = sides.map((side) => ({ value: side, label: diff.versionOption(side) }));
  const option = (side: string) => options.find((each) => each.value === side) ?? null;
  return (
    <Container header={<Header variant="h2">{catalog.service.tabs.diff}</Header>}>
      <SpaceBetween size="l">
        <div className="filters">
          <FormField label={diff.from}>
            <Select
              selectedOption={option(left)}
              options={options}
              onChange={({ detail }) => {
                onChange(detail.selectedOption.value ?? '', right);
              }}
            />
          </FormField>
          <FormField label={diff.to}>
            <Select
              selectedOption={option(right)}
              options={options}
              onChange={({ detail }) => {
                onChange(left, detail.selectedOption.value ?? '');
              }}
            />
          </FormField>
        </div>
        {left !== '' && right !== '' && <Await query={found}>{(data) => <DiffDetails found={data} />}</Await>}
      </SpaceBetween>
    </Container>
  );
}
