import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Gaps. */
export default function GapsPage() {
  return <Page title={texts.gaps.title}>{null}</Page>;
}
