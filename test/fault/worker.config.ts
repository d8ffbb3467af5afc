/** Program of the Temporal development server, as the set-up found it (`TSUNAGI_TEMPORAL`). @throws when it is not given */
export function temporalProgram(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const path = env.TSUNAGI_TEMPORAL;
  if (path === undefined || path === '') throw new Error('TSUNAGI_TEMPORAL is not set: run the tests by npm test');
  return path;
}
