import { migrate } from '#libs/persistence';
import { readOperatorConfig } from './config.ts';

/** Brings the schema and the serving roles up to this version. Safe to repeat. @throws when the database does not answer */
export async function migrateDatabase(): Promise<void> {
  const { databaseUrl, rolePasswords } = await readOperatorConfig();
  await migrate({ databaseUrl, rolePasswords });
  console.log('データベースの形は最新です。');
}
