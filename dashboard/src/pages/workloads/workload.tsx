import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** One of them: Workload. */
export default function WorkloadPage() {
  return <Page title={texts.workloads.title}>{null}</Page>;
}
