/** Path of the time-skipping test server, as the set-up found or built it (`TSUNAGI_TEST_SERVER`). @throws when it is not given */
export function testServerPath(env: Readonly<Record<string, string | undefined>> = process.env): string {
  const path = env.TSUNAGI_TEST_SERVER;
  if (path === undefined || path === '') throw new Error('TSUNAGI_TEST_SERVER is not set: run the tests by npm test');
  return path;
}
