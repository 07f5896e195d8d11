import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Compare. */
export default function ComparePage() {
  return <Page title={texts.compare.title}>{null}</Page>;
}
