const key = 'tsunagi-fresh-after-update';
const pauseMs = 60_000;

/**
 * A window that was open while the server got a new build asks for files that are no longer there: it is loaded anew, at most
 * once a minute. Files are asked for on the way to another page, when what was typed has already been asked about.
 */
export function freshAfterUpdate(): void {
  window.addEventListener('vite:preloadError', (event) => {
    const last = Number(sessionStorage.getItem(key) ?? 0);
    if (Date.now() - last < pauseMs) return;
    sessionStorage.setItem(key, String(Date.now()));
    event.preventDefault();
    window.location.reload();
  });
}
