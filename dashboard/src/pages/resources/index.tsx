import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Resources. */
export default function ResourcesPage() {
  return <Page title={texts.resources.title}>{null}</Page>;
}
