import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** One of them: Resource. */
export default function ResourcePage() {
  return <Page title={texts.resources.title}>{null}</Page>;
}
