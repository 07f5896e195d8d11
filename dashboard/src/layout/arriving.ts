const KEY = 'demarc.reloaded';
const PATIENCE_MS = 10_000;

function reloadOnce(): void {
  if (sessionStorage.getItem(KEY) === null) {
    sessionStorage.setItem(KEY, 'yes');
    location.reload();
  }
}

/**
 * The file of a page, as it arrives. Where it does not (a connection hangs, or a newer release has other files) the page is
 * loaded anew, once; the session and the address hold over that.
 */
export async function arriving<T>(loading: Promise<T>): Promise<T> {
  const timer = setTimeout(reloadOnce, PATIENCE_MS);
  try {
    const page = await loading;
    sessionStorage.removeItem(KEY);
    return page;
  } catch (error) {
    reloadOnce();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}
