const KEY = 'demarc.reloaded';

/**
 * The file of a page, as it arrives. Where it does not, since a newer release has other files, the page is loaded anew,
 * once; the session and the address hold over that.
 */
export async function arriving<T>(loading: Promise<T>): Promise<T> {
  try {
    const page = await loading;
    sessionStorage.removeItem(KEY);
    return page;
  } catch (error) {
    if (sessionStorage.getItem(KEY) === null) {
      sessionStorage.setItem(KEY, 'yes');
      location.reload();
    }
    throw error;
  }
}
