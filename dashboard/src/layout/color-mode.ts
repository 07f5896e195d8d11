import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** Light or dark as the system has it, also when it changes. */
export function followSystemMode(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
  };
  apply();
  dark.addEventListener('change', apply);
}
