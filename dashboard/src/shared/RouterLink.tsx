import Link, { type LinkProps } from '@cloudscape-design/components/link';
import { useNavigate } from 'react-router-dom';

/** A link to a page of the dashboard, which does not load it anew; with a modifier key the browser decides. */
export function RouterLink(props: LinkProps & { href: string }) {
  const navigate = useNavigate();
  return (
    <Link
      {...props}
      onFollow={(event) => {
        props.onFollow?.(event);
        if (!event.defaultPrevented && !props.external) {
          event.preventDefault();
          void navigate(props.href);
        }
      }}
    />
  );
}
