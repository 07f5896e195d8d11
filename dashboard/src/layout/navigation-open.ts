const KEY = 'demarc.navigation';

/** Whether the navigation is open; each page has a layout of its own, and keeps what the reader chose on another. */
export function navigationIsOpen(): boolean {
  return localStorage.getItem(KEY) !== 'closed';
}

/** Keeps the choice; on a phone the navigation closes after each use, which says nothing about a desk. */
export function rememberNavigation(open: boolean): void {
  if (matchMedia('(min-width: 689px)').matches) {
    localStorage.setItem(KEY, open ? 'open' : 'closed');
  }
}
