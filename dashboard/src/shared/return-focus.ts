import { useState } from 'react';

/** Where the focus was when something was opened, so that it goes back there when that is closed. */
class ReturnFocus {
  private opener: Element | null = null;

  remember = (): void => {
    this.opener = document.activeElement;
  };

  giveBack = (): void => {
    if (this.opener instanceof HTMLElement) {
      this.opener.focus();
    }
    this.opener = null;
  };
}

/** One for each panel of a page. */
export function useReturnFocus(): ReturnFocus {
  const [focus] = useState(() => new ReturnFocus());
  return focus;
}
