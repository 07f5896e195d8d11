import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Workloads. */
export default function WorkloadsPage() {
  return <Page title={texts.workloads.title}>{null}</Page>;
}
