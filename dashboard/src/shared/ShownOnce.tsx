import Alert from '@cloudscape-design/components/alert';
import Box from '@cloudscape-design/components/box';
import Button from '@cloudscape-design/components/button';
import CopyToClipboard from '@cloudscape-design/components/copy-to-clipboard';
import Modal from '@cloudscape-design/components/modal';
import SpaceBetween from '@cloudscape-design/components/space-between';
import type { ReactNode } from 'react';
import { texts } from '../texts';

/** A secret that is shown this once; whoever shows it forgets it when it is closed. */
export function ShownOnce({
  title,
  warning,
  label,
  secret,
  done,
  onClose,
  children,
}: {
  title: string;
  warning: string;
  label: string;
  secret: string;
  done: string;
  onClose: () => void;
  children?: ReactNode;
}) {
  return (
    <Modal
      visible
      header={title}
      onDismiss={onClose}
      footer={
        <Box float="right">
          <Button variant="primary" onClick={onClose}>
            {done}
          </Button>
        </Box>
      }
    >
      <SpaceBetween size="m">
        <Alert type="warning">{warning}</Alert>
        <div>
          <Box variant="awsui-key-label">{label}</Box>
          <CopyToClipboard
            variant="inline"
            copyButtonAriaLabel={texts.common.copy}
            copySuccessText={texts.common.copied}
            copyErrorText={texts.common.copyFailed}
            textToCopy={secret}
          />
        </div>
        {children}
      </SpaceBetween>
    </Modal>
  );
}
