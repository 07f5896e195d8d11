import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Matrix. */
export default function MatrixPage() {
  return <Page title={texts.matrix.title}>{null}</Page>;
}
