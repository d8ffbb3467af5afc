/** Loads a script of `scripts/`, which is plain JavaScript since it runs before anything is installed; the caller says what is in it. */
export async function loadScript<T>(path: string): Promise<T> {
  return (await import(new URL(`../../scripts/${path}`, import.meta.url).pathname)) as T;
}
