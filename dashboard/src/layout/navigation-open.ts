const KEY = 'demarc.navigation';

/** Whether the navigation is open; each page has a layout of its own, and keeps what the reader chose on another. */
export function navigationIsOpen(): boolean {
  return localStorage.getItem(KEY) !== 'closed';
}

export function rememberNavigation(open: boolean): void {
  localStorage.setItem(KEY, open ? 'open' : 'closed');
}
