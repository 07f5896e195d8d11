import {
  colorBackgroundContainerContent,
  colorBackgroundLayoutMain,
  colorBorderDividerDefault,
  colorTextAccent,
  colorTextBodySecondary,
} from '@cloudscape-design/design-tokens';
import { applyMode, Mode } from '@cloudscape-design/global-styles';

/** The colours that styles.css takes from the design system, whose own names change with its versions. */
const COLORS = {
  '--divider': colorBorderDividerDefault,
  '--page-background': colorBackgroundLayoutMain,
  '--container-background': colorBackgroundContainerContent,
  '--secondary-text': colorTextBodySecondary,
  '--accent': colorTextAccent,
};

/** Light or dark as the system has it, also when it changes. */
export function followSystemMode(): void {
  const dark = matchMedia('(prefers-color-scheme: dark)');
  const apply = () => {
    applyMode(dark.matches ? Mode.Dark : Mode.Light);
  };
  apply();
  for (const [name, color] of Object.entries(COLORS)) {
    document.body.style.setProperty(name, color);
  }
  dark.addEventListener('change', apply);
}
