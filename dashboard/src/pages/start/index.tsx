import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Start. */
export default function StartPage() {
  return <Page title={texts.start.title}>{null}</Page>;
}
