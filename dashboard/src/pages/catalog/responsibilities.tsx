import Container from '@cloudscape-design/components/container';
import ExpandableSection from '@cloudscape-design/components/expandable-section';
import Header from '@cloudscape-design/components/header';
import SpaceBetween from '@cloudscape-design/components/space-between';
import { useEffect, useRef } from 'react';
import type { Schema } from '../../api/types';
import { CategoryLabel } from '../../shared/badges';
import { categoryOf } from '../../shared/category';
import { CellDetails, type Responsibility } from '../../shared/CellDetails';
import { texts } from '../../texts';

type Model = Schema<'ServiceModelVersion'>['model'];
type Control = Model['controls'][number];

const { catalog, cell } = texts;

interface Domain {
  name: string;
  cells: { control: Control | undefined; responsibility: Responsibility }[];
}

/** The cells by the domain of their control, in the catalog's order. */
export function byDomain(model: Model): Domain[] {
  const controls = new Map(model.controls.map((control) => [control.id, control]));
  const domains = new Map<string, Domain>();
  for (const responsibility of model.responsibilities) {
    const control = controls.get(responsibility.control);
    const name = control?.domain ?? '';
    const domain = domains.get(name) ?? { name, cells: [] };
    domain.cells.push({ control, responsibility });
    domains.set(name, domain);
  }
  return [...domains.values()];
}

/** Who does what in a service: a section for each domain, a line for each control; one may be opened by the address. */
export function Responsibilities({ model, opened }: { model: Model; opened: string }) {
  const shown = useRef<HTMLDivElement>(null);
  useEffect(() => {
    shown.current?.scrollIntoView({ block: 'center' });
  }, [opened]);
  return (
    <SpaceBetween size="l">
      {byDomain(model).map((domain) => (
        <Container
          key={domain.name}
          header={
            <Header variant="h2" counter={`(${catalog.service.cells(domain.cells.length)})`}>
              {domain.name}
            </Header>
          }
        >
          {domain.cells.map(({ control, responsibility }) => (
            <div key={responsibility.control} ref={responsibility.control === opened ? shown : undefined}>
              <ExpandableSection
                defaultExpanded={responsibility.control === opened}
                headingTagOverride="h3"
                headerText={
                  <>
                    {control?.title ?? responsibility.control} ·{' '}
                    <CategoryLabel category={categoryOf(responsibility.ownership)} />
                  </>
                }
                headerDescription={
                  responsibility.checks.length > 0 ? cell.checks(responsibility.checks.length) : undefined
                }
              >
                <CellDetails responsibility={responsibility} />
              </ExpandableSection>
            </div>
          ))}
        </Container>
      ))}
    </SpaceBetween>
  );
}
