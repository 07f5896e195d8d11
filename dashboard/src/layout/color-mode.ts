import {
  colorBackgroundContainerContent,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorTextAccent,
  colorTextBodySecondary,
  fontFamilyBase,
} from '@cloudscape-design/design-tokens';
import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** What styles.css takes from the design system, whose own names change with its versions. */
const TOKENS = {
  '--divider': colorBorderDividerDefault,
  '--page-background': colorBackgroundLayoutMain,
  '--container-background': colorBackgroundContainerContent,
  '--secondary-text': colorTextBodySecondary,
  '--accent': colorTextAccent,
  '--font': fontFamilyBase,
};

/** Light or dark as the system has it, also when it changes. */
export function followSystemMode(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
  };
  apply();
  for (const [name, token] of Object.entries(TOKENS)) {
    document.body.style.setProperty(name, token);
  }
  dark.addEventListener('change', apply);
}
