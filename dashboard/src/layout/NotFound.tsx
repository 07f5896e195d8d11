import { Empty } from '../shared/PageState';
import { RouterLink } from '../shared/RouterLink';
import { texts } from '../texts';
import { Page } from './Page';

const { problem } = texts.common;

/** For addresses that lead nowhere. */
export default function NotFound() {
  return (
    <Page title={problem.notFound}>
      <Empty title={problem.notFoundHint} action={<RouterLink href="/">{problem.toOverview}</RouterLink>} />
    </Page>
  );
}
