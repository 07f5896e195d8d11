import BarChart from '@cloudscape-design/components/bar-chart';
import { shortUtcDay } from '../../shared/time';
import { texts } from '../../texts';

const { trend } = texts.overview;
/** Both stand out from a light and a dark page. */
const OPENED = '#d9515d';
const RESOLVED = '#4f9d4a';

/** Opened and resolved by day, as bars; a file of its own, since charts are large. */
export default function TrendChart({
  days,
}: {
  days: readonly { day: string; opened: number; resolved: number }[];
}) {
  return (
    <BarChart
      height={220}
      hideFilter
      ariaLabel={trend.title}
      xTitle={trend.day}
      yTitle={trend.gaps}
      xScaleType="categorical"
      yTickFormatter={(value) => (Number.isInteger(value) ? texts.common.count(value) : '')}
      xDomain={days.map((each) => shortUtcDay(each.day))}
      yDomain={[0, Math.max(4, ...days.flatMap((each) => [each.opened, each.resolved]))]}
      series={[
        {
          type: 'bar',
          title: trend.opened,
          color: OPENED,
          data: days.map((each) => ({ x: shortUtcDay(each.day), y: each.opened })),
        },
        {
          type: 'bar',
          title: trend.resolved,
          color: RESOLVED,
          data: days.map((each) => ({ x: shortUtcDay(each.day), y: each.resolved })),
        },
      ]}
      empty={trend.empty}
    />
  );
}
