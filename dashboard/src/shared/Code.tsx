import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import { texts } from '../texts';

/** Text of a machine: breaks where it must, scrolls where it can't, and can be copied. */
export function Code({ children, label }: { children: string; label: string }) {
  return (
    <div className="code">
      {/* eslint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */}
      <pre tabIndex={0} aria-label={label} role="region">
        <code>{children}</code>
      </pre>
      <CopyToClipboard
        variant="icon"
        copyButtonAriaLabel={`${texts.common.copy}: ${label}`}
        copySuccessText={texts.common.copied}
        copyErrorText={texts.common.copyFailed}
        textToCopy={children}
      />
    </div>
  );
}
