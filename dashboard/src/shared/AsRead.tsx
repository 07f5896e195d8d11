import Modal from '@cloudscape-design/components/modal';
import { useQuery } from '@tanstack/react-query';
import { Fragment, type ReactNode } from 'react';
import { Await } from './PageState';

interface Read<T> {
  value: T;
  etag: string;
}

/**
 * A form for what is read, with its revision, when the form opens: what is sent back then replaces just that. Reading
 * theirs, after somebody else was first, begins the form anew.
 */
export function AsRead<T>({
  queryKey,
  read,
  title,
  onClose,
  children,
}: {
  queryKey: readonly string[];
  read: () => Promise<Read<T>>;
  title: string;
  onClose: () => void;
  children: (value: T, etag: string, readTheirs: () => void) => ReactNode;
}) {
  const query = useQuery({
    queryKey: ['edit', ...queryKey],
    queryFn: read,
    gcTime: 0,
    refetchOnReconnect: false,
  });
  if (query.data) {
    const { value, etag } = query.data;
    return <Fragment key={etag}>{children(value, etag, () => void query.refetch())}</Fragment>;
  }
  return (
    <Modal visible header={title} onDismiss={onClose}>
      <Await query={query}>{() => null}</Await>
    </Modal>
  );
}
