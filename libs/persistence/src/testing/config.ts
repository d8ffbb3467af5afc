/** URL of a superuser of the PostgreSQL of this test run, set by test/jest/postgres.setup.mjs. @throws when there is none. */
export function testPostgresUrl(): string {
  const url = process.env['TSUNAGI_TEST_POSTGRES'];
  if (url === undefined || url === '')
    throw new Error('TSUNAGI_TEST_POSTGRES is not set: run this test in the project int, browser or fault');
  return url;
}
