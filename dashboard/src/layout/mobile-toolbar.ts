/**
 * On narrow screens Cloudscape's toolbar says an orientation of a `nav`, which can have none; assistive software may stumble
 * over it. It is taken away whenever it appears.
 */
export function mendToolbar(): void {
  const mend = () => {
    document.querySelector('nav[aria-orientation]')?.removeAttribute('aria-orientation');
  };
  new MutationObserver(mend).observe(document.body, { childList: true, subtree: true });
}
