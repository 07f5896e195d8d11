import Container from '@cloudscape-design/components/container';
import Header from '@cloudscape-design/components/header';
import ToggleButton from '@cloudscape-design/components/toggle-button';
import { type ReactNode, useState } from 'react';
import { texts } from '../texts';

/** A chart in a container, with the same figures as a table behind a button; for those who don't see charts. */
export function ChartWithTable({
  title,
  description,
  chart,
  table,
}: {
  title: string;
  description?: string;
  chart: ReactNode;
  table: ReactNode;
}) {
  const [asTable, setAsTable] = useState(false);
  return (
    <Container
      fitHeight
      header={
        <Header
          variant="h2"
          description={description}
          actions={
            <ToggleButton
              pressed={asTable}
              iconName="view-full"
              pressedIconName="view-full"
              onChange={({ detail }) => {
                setAsTable(detail.pressed);
              }}
            >
              {texts.common.showAsTable}
            </ToggleButton>
          }
        >
          {title}
        </Header>
      }
    >
      {asTable ? table : chart}
    </Container>
  );
}
