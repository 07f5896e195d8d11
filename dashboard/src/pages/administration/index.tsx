import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Administration. */
export default function AdministrationPage() {
  return <Page title={texts.administration.title}>{null}</Page>;
}
