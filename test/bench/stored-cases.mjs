import pg from 'pg';

/** Of a row beside its columns: its head and the pointer to it. */
const rowHeadBytes = 28;

/** Looks into the database of a bench as its owner: what is kept of a record. */
export class StoredCases {
  #client;

  static async open(databaseUrl) {
    const stored = new StoredCases();
    stored.#client = new pg.Client({ connectionString: databaseUrl });
    await stored.#client.connect();
    await stored.#client.query(`select set_config('app.municipality', 'higashiagatsuma', false)`);
    return stored;
  }

  /** @returns {Promise<{ events: number, stateBytes: number }>} events in the log, bytes of the state as JSON */
  async stateOf(id) {
    const { rows } = await this.#client.query(
      'select seq as events, octet_length(state::text) as "stateBytes" from record where id = $1',
      [id],
    );
    return rows[0];
  }

  /**
   * What is kept of these records, table by table, the most first: rows, their bytes as they are stored, and their share of the table's indexes.
   * Every table is packed before.
   */
  async tablesOf(ids) {
    const { rows: columns } = await this.#client.query(`
      select table_name as name, array_agg(quote_ident(column_name)) as columns, bool_or(column_name = 'record_id') as "isOfRecord"
      from information_schema.columns where table_schema = 'public' group by table_name
      having bool_or(column_name = 'record_id') or table_name = 'record'`);
    const kept = [];
    for (const { name, columns: all, isOfRecord } of columns) {
      await this.#client.query(`vacuum full ${name}`);
      const bytes = all.map((column) => `coalesce(pg_column_size(${column}), 0)`).join(' + ');
      const isOurs = `${isOfRecord ? 'record_id' : 'id'} = any($1::uuid[])`;
      const { rows } = await this.#client.query(
        `select count(*) filter (where ${isOurs})::int as rows, coalesce(sum(${bytes} + ${rowHeadBytes}) filter (where ${isOurs}), 0)::float8 as bytes,
           pg_indexes_size('${name}') * (count(*) filter (where ${isOurs}))::float8 / greatest(count(*), 1) as "indexBytes" from ${name}`,
        [ids],
      );
      kept.push({ name, ...rows[0] });
    }
    return kept
      .filter(({ rows }) => rows > 0)
      .toSorted((one, other) => other.bytes + other.indexBytes - one.bytes - one.indexBytes);
  }

  async close() {
    await this.#client.end();
  }
}
