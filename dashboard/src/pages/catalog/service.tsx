import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** One of them: ServiceModel. */
export default function ServiceModelPage() {
  return <Page title={texts.catalog.title}>{null}</Page>;
}
