import { DataSource } from 'typeorm';
import { dataSourceOptions } from '../connection/data-source.ts';
import type { Desk } from './desk.ts';

/** How many rows each table has over all municipalities, counted by a superuser: to show that nothing was left behind. */
export async function rowCounts({ database }: Pick<Desk, 'database'>): Promise<Readonly<Record<string, number>>> {
  const all = await new DataSource(dataSourceOptions({ databaseUrl: database.superuserUrl, poolSize: 1 })).initialize();
  try {
    const counts: Record<string, number> = {};
    for (const { tableName } of all.entityMetadatas) {
      const [row] = await all.query<{ n: number }[]>(`select count(*)::int as n from ${tableName}`);
      counts[tableName] = row?.n ?? 0;
    }
    return counts;
  } finally {
    await all.destroy();
  }
}
