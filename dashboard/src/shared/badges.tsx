import Badge from '@cloudscape-design/components/badge';
import Icon, { type IconProps } from '@cloudscape-design/components/icon';
import StatusIndicator, { type StatusIndicatorProps } from '@cloudscape-design/components/status-indicator';
import type { Category, CustomerOutcome, GapState, ProviderOutcome, Severity } from '../api/types';
import { texts } from '../texts';

/** How grave: the word in the colour of its grade. */
export function SeverityBadge({ severity }: { severity: Severity }) {
  return <Badge color={`severity-${severity}`}>{texts.common.severities[severity]}</Badge>;
}

const STATE: Record<GapState, StatusIndicatorProps.Type> = {
  open: 'warning',
  acknowledged: 'in-progress',
  waived: 'stopped',
  resolved: 'success',
};

/** Where a gap stands. */
export function GapStateIndicator({ state }: { state: GapState }) {
  return <StatusIndicator type={STATE[state]}>{texts.common.states[state]}</StatusIndicator>;
}

const CUSTOMER: Record<CustomerOutcome, StatusIndicatorProps.Type> = {
  satisfied: 'success',
  'not-satisfied': 'error',
  unknown: 'pending',
  'not-applicable': 'stopped',
};

/** Whether the customer's part is done. */
export function CustomerIndicator({ outcome }: { outcome: CustomerOutcome }) {
  return <StatusIndicator type={CUSTOMER[outcome]}>{texts.common.customer[outcome]}</StatusIndicator>;
}

const PROVIDER: Record<ProviderOutcome, StatusIndicatorProps.Type> = {
  proven: 'success',
  claimed: 'info',
  lapsed: 'warning',
};

/** Whether the provider's part is proven or only claimed. */
export function ProviderIndicator({ state }: { state: ProviderOutcome }) {
  return <StatusIndicator type={PROVIDER[state]}>{texts.common.provider[state]}</StatusIndicator>;
}

const CATEGORY: Record<Category, IconProps.Name> = {
  inherited: 'security',
  shared: 'share',
  'customer-specific': 'user-profile',
  'not-applicable': 'close',
};

/** Whose job a control is: an icon and the word. */
export function CategoryLabel({ category }: { category: Category }) {
  return (
    <span title={texts.common.categoriesInFull[category]}>
      <Icon name={CATEGORY[category]} size="small" /> {texts.common.categories[category]}
    </span>
  );
}
