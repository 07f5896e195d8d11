import Button, { type ButtonProps } from '@cloudscape-design/components/button';
import { useMay } from '../api/session';
import type { Role } from '../api/types';
import { texts } from '../texts';

/** A button that says why it can't be used where the caller lacks the role. */
export function PermittedButton({ role, ...props }: ButtonProps & { role: Role }) {
  const may = useMay(role);
  return may ? (
    <Button {...props} />
  ) : (
    <Button {...props} disabled disabledReason={texts.common.needsRole(role)} />
  );
}
