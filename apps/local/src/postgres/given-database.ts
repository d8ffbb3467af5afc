import pg from 'pg';
import { StartRefusal } from '../start-refusal.ts';

const patienceMs = 10_000;

/**
 * Asks the database that `DATABASE_URL` names whether it is there and lets us in.
 * @throws StartRefusal `start.database-unreachable`; the message holds no password
 */
export async function assertDatabaseAnswers(databaseUrl: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.end();
  } catch (error) {
    throw new StartRefusal(
      'start.database-unreachable',
      [
        'DATABASE_URL で指したデータベースにつながりません。',
        `理由: ${error instanceof Error ? error.message : String(error)}`,
        '動いているか、アドレス、利用者、パスワードが正しいかを確かめてください。まだ何も変更していません。',
      ],
      error,
    );
  }
}
