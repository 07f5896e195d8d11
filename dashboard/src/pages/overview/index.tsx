import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Overview. */
export default function OverviewPage() {
  return <Page title={texts.overview.title}>{null}</Page>;
}
