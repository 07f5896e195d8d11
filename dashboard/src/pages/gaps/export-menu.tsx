import ButtonDropdown from '@cloudscape-design/components/button-dropdown';
import { useAnnouncements } from '../../shared/Announcements';
import { texts } from '../../texts';
import type { Sort } from './data';
import { type Filter, toSearch } from './filter';

const { exports: words } = texts.gaps;

/** Browsers have a clipboard for pages by HTTPS or of this machine only. */
async function copy(text: string): Promise<void> {
  if (!('clipboard' in navigator)) {
    throw new Error(texts.common.onlyByHttps);
  }
  await navigator.clipboard.writeText(text);
}

/** The list as a file, with just the filters and the order that are shown; and a link to it. */
export function ExportMenu({ filter, sort }: { filter: Filter; sort: Sort }) {
  const announcements = useAnnouncements();
  const href = (format: 'csv' | 'jsonl') => {
    const search = toSearch(filter);
    search.set('sort', sort);
    search.set('format', format);
    return `/api/gaps/export?${search.toString()}`;
  };
  return (
    <ButtonDropdown
      items={[
        { id: 'csv', text: words.csv, href: href('csv') },
        { id: 'jsonl', text: words.jsonl, href: href('jsonl') },
        { id: 'link', text: words.link },
      ]}
      onItemClick={({ detail }) => {
        if (detail.id === 'link') {
          copy(location.href).then(
            () => {
              announcements.done(words.copied);
            },
            (error: unknown) => {
              announcements.failed(texts.common.copyFailed, error);
            },
          );
        }
      }}
    >
      {words.button}
    </ButtonDropdown>
  );
}
