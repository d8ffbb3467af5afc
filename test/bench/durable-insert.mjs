import { randomUUID } from 'node:crypto';
import pg from 'pg';

/** A row as long as a short fact of the log. */
const body = 'x'.repeat(250);

/** The baseline: one row of about 300 bytes, inserted and committed durably in one round trip by a plain client. */
export class DurableInsert {
  #client;

  /** @param {string} databaseUrl @param {(ms: number) => void} timed */
  static async open(databaseUrl, timed) {
    const insert = new DurableInsert();
    const client = new pg.Client({ connectionString: databaseUrl });
    await client.connect();
    await client.query('create table if not exists bench_baseline (id uuid primary key, body text not null)');
    insert.#client = client;
    insert.timed = timed;
    return insert;
  }

  async times(count) {
    for (let done = 0; done < count; done += 1) {
      const values = [randomUUID(), body];
      const began = performance.now();
      await this.#client.query({ name: 'baseline', text: 'insert into bench_baseline values ($1, $2)', values });
      this.timed(performance.now() - began);
    }
  }

  /** @throws when the database would not keep what it said it kept */
  async assertDurable() {
    for (const name of ['fsync', 'synchronous_commit', 'full_page_writes']) {
      const { rows } = await this.#client.query(`select current_setting('${name}') as value`);
      if (rows[0].value !== 'on') throw new Error(`${name} is ${rows[0].value}`);
    }
  }

  async close() {
    await this.#client.end();
  }
}
