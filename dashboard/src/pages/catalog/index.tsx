import { Page } from '../../layout/Page';
import { texts } from '../../texts';

/** The page Catalog. */
export default function CatalogPage() {
  return <Page title={texts.catalog.title}>{null}</Page>;
}
