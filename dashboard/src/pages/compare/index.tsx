import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import Container from '@cloudscape-design/components/container';
import FormField from '@cloudscape-design/components/form-field';
import Header from '@cloudscape-design/components/header';
import Multiselect from '@cloudscape-design/components/multiselect';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useQuery } from '@tanstack/react-query';
import { answer, api } from '../../api/client';
import type { Schema } from '../../api/types';
import { Page } from '../../layout/Page';
import { CategoryLabel } from '../../shared/badges';
import { Await, Empty } from '../../shared/PageState';
import { PlainTable } from '../../shared/PlainTable';
import { RouterLink } from '../../shared/RouterLink';
import { list, useUrlState } from '../../shared/url-state';
import { texts } from '../../texts';

type Duty = Schema<'Comparison'>['kept'][number];
type Side = Duty['from'][number];

const { compare } = texts;
const SECTIONS = ['dropped', 'kept', 'added', 'unsaid'] as const;
const STATE = { from: list<string>(), to: list<string>() };
const EXAMPLES = [
  { text: compare.examples.database, href: '/compare?from=aws/ec2,aws/ebs&to=aws/rds' },
  { text: compare.examples.functions, href: '/compare?from=aws/ec2&to=aws/lambda' },
  { text: compare.examples.storage, href: '/compare?from=aws/ec2,aws/ebs&to=aws/s3' },
];

function useComparison(from: readonly string[], to: readonly string[]) {
  return useQuery({
    queryKey: ['catalog', 'compare', from, to],
    enabled: from.length > 0 && to.length > 0,
    queryFn: () =>
      answer(api.GET('/api/catalog/compare', { params: { query: { from: [...from], to: [...to] } } })),
  });
}

/** Which duties go, stay and come for who takes some services instead of others. */
export default function ComparePage() {
  const [{ from, to }, change] = useUrlState(STATE);
  const query = useComparison(from, to);
  return (
    <Page title={compare.title} description={compare.description}>
      <SpaceBetween size="l">
        <div className="sides">
          <Services
            label={compare.from}
            chosen={from}
            onChange={(services) => {
              change({ from: services });
            }}
          />
          <Button
            iconName="refresh"
            variant="icon"
            ariaLabel={compare.swap}
            onClick={() => {
              change({ from: to, to: from });
            }}
          />
          <Services
            label={compare.to}
            chosen={to}
            onChange={(services) => {
              change({ to: services });
            }}
          />
        </div>
        {from.length > 0 && to.length > 0 ? (
          <Await query={query}>
            {(found) => (
              <SpaceBetween size="l">
                {SECTIONS.map((section) => (
                  <Section key={section} section={section} duties={found[section]} />
                ))}
              </SpaceBetween>
            )}
          </Await>
        ) : (
          <Empty title={compare.empty}>
            {compare.emptyHint}
            <ul className="bare-list">
              {EXAMPLES.map((example) => (
                <li key={example.href}>
                  <RouterLink href={example.href}>{example.text}</RouterLink>
                </li>
              ))}
            </ul>
          </Empty>
        )}
      </SpaceBetween>
    </Page>
  );
}

function Services({
  label,
  chosen,
  onChange,
}: {
  label: string;
  chosen: readonly string[];
  onChange: (services: readonly string[]) => void;
}) {
  const services = useQuery({
    queryKey: ['catalog', 'services', 'all'],
    queryFn: () => answer(api.GET('/api/catalog/service-models', { params: { query: { limit: 500 } } })),
  });
  const options = (services.data?.items ?? []).map((each) => ({
    value: each.key,
    label: each.name,
    description: each.key,
  }));
  return (
    <FormField label={label}>
      <Multiselect
        placeholder={compare.choose}
        filteringType="auto"
        options={options}
        selectedOptions={options.filter((option) => chosen.includes(option.value))}
        onChange={({ detail }) => {
          onChange(detail.selectedOptions.map((option) => option.value ?? ''));
        }}
      />
    </FormField>
  );
}

function Section({ section, duties }: { section: (typeof SECTIONS)[number]; duties: readonly Duty[] }) {
  return (
    <Container
      header={
        <Header
          variant="h2"
          counter={`(${compare.counted(duties.length)})`}
          description={compare.hints[section]}
        >
          {compare.sections[section]}
        </Header>
      }
    >
      {duties.length === 0 ? (
        <Box color="text-body-secondary">{compare.none}</Box>
      ) : (
        <PlainTable
          caption={compare.sections[section]}
          head={[texts.matrix.control, compare.before, compare.after]}
          rows={duties.map((duty) => [
            <span key="control">
              {duty.title}
              <Box variant="small" display="block">
                {compare.changes[duty.change]}
              </Box>
            </span>,
            <Sides key="from" sides={duty.from} />,
            <Sides key="to" sides={duty.to} />,
          ])}
        />
      )}
    </Container>
  );
}

/** What each service of one side says. */
function Sides({ sides }: { sides: readonly Side[] }) {
  if (sides.length === 0) {
    return <Box color="text-body-secondary">{compare.nothingSaid}</Box>;
  }
  return (
    <ul className="bare-list">
      {sides.map((side) => (
        <li key={side.serviceModel}>
          <CategoryLabel category={side.category} />{' '}
          <RouterLink href={`/catalog/${side.serviceModel}`} fontSize="body-s">
            {side.serviceModel}
          </RouterLink>
          <div>{side.responsibility ?? side.provided}</div>
          {side.checks > 0 && <Box variant="small">{compare.checks(side.checks)} </Box>}
          {side.variants.length > 0 && (
            <Box variant="small">{compare.variants(side.variants.map((each) => each.name).join(', '))}</Box>
          )}
        </li>
      ))}
    </ul>
  );
}
