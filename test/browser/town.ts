import { addDays, dateOfMs } from '#libs/calendar';
import { drivenClock, startSigns, withoutMunicipality, type DrivenClock, type Statement } from '#libs/persistence';
import { calendarOf, profileOf } from '#libs/profiles';
import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { openApiParts, type ApiParts } from '../../apps/api/src/api-parts.ts';
import { createApi } from '../../apps/api/src/create-api.ts';
import { InProcessProcedures } from '../../apps/api/src/testing/in-process-procedures.ts';
import { freePort } from '../../apps/local/src/home/free-port.ts';
import { seedDemo } from '../../apps/local/src/demo/seed-demo.ts';
import { startNotifier } from '../../apps/notifier/src/start-notifier.ts';
import { startMailCatcher, type MailCatcher } from '../../libs/notification/src/testing/mail-catcher.ts';
import { freshDatabase, testRolePasswords } from '../../libs/persistence/src/testing/index.ts';

const municipality = 'higashiagatsuma';
/** 2026-06-01 09:00 in Asia/Tokyo, a Monday. */
const firstMonday = Date.UTC(2026, 5, 1, 0);
const waitingMails: Statement = {
  name: 'test-waiting-mails',
  text: `select count(*)::int as n from outbox where topic <> 'nudge'`,
};

/**
 * The whole house for a browser: PostgreSQL, the demo, the API with the built pages on a port, the notifier over SMTP. The real procedures
 * run in this process instead of Temporal, and the clock of the rules is driven, so that months pass in seconds.
 */
export class Town {
  /** Where the pages are; no slash at the end. */
  readonly url: string;
  readonly mails: MailCatcher['caught'];
  readonly #clock: DrivenClock;
  readonly #parts: ApiParts;
  readonly #procedures: InProcessProcedures;
  readonly #superuser: pg.Client;
  readonly #calendar: ReturnType<typeof calendarOf>;
  readonly #close: () => Promise<void>;

  private constructor(
    house: Pick<Town, 'url' | 'mails'> & {
      readonly clock: DrivenClock;
      readonly parts: ApiParts;
      readonly superuser: pg.Client;
      readonly close: () => Promise<void>;
    },
  ) {
    this.url = house.url;
    this.mails = house.mails;
    this.#clock = house.clock;
    this.#calendar = calendarOf(profileOf(municipality, { demo: true }), dateOfMs(house.clock.nowMs(0)));
    this.#parts = house.parts;
    this.#procedures = new InProcessProcedures(house);
    this.#superuser = house.superuser;
    this.#close = house.close;
  }

  /** @param startMs when the clock of the rules begins, epoch ms; the demo is told up to then */
  static async open(startMs = firstMonday): Promise<Town> {
    const database = await freshDatabase();
    const catcher = await startMailCatcher();
    const port = await freePort(0);
    const url = `http://127.0.0.1:${port}`;
    const clock = drivenClock(startMs);
    const settings = {
      databaseUrl: database.ownerUrl,
      rolePasswords: testRolePasswords,
      masterKey: randomBytes(32).toString('base64'),
      publicUrl: url,
      demo: true,
    };
    await seedDemo({ ...settings, nowMs: startMs, only: ['mihon'] });
    const config = { ...settings, host: '127.0.0.1', port, clock };
    const parts = await openApiParts(config);
    const api = await createApi(config, parts);
    await api.listen(port, config.host);
    const log = { warn: () => undefined, error: () => undefined };
    const notifier = await startNotifier({ ...settings, smtpUrl: catcher.url, log });
    // The procedures run in this process.
    const signs = startSigns(parts.clockRole, { name: 'worker', onMissed: () => undefined });
    const superuser = new pg.Client({ connectionString: database.superuserUrl });
    await superuser.connect();
    const town = new Town({
      url,
      mails: catcher.caught,
      clock,
      parts,
      superuser,
      close: async () => {
        await superuser.end();
        await signs.close();
        await notifier.close();
        await api.close();
        await parts.close();
        await catcher.close();
        await database.drop();
      },
    });
    await town.follow();
    return town;
  }

  /** Today in the town, Asia/Tokyo. */
  get today(): string {
    return dateOfMs(this.#clock.nowMs(0));
  }

  /** The `n`-th open day after today. */
  openDay(n: number): string {
    return this.#calendar.addOpenDays(this.today, n);
  }

  /** Lets the procedures do what follows from what was said, and the notifier send what they decided. */
  async follow(): Promise<void> {
    await this.#procedures.follow();
    const last = Date.now() + 30_000;
    for (;;) {
      const [row] = await withoutMunicipality<{ n: number }>(this.#parts.clockRole, waitingMails, []);
      if (row?.n === 0) return;
      if (Date.now() > last) throw new Error(`${row?.n ?? 0} notices were not sent`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  /** Lets time pass to the morning of that day, or of the next open one; each ladder step is taken at its own instant. */
  async passToDay(on: string): Promise<void> {
    const day = this.#calendar.nextOpen(on);
    await this.#procedures.passTo(this.#calendar.opensAtMs(day) + 3 * 3_600_000);
    await this.follow();
  }

  async passOpenDays(n: number): Promise<void> {
    await this.passToDay(this.openDay(n));
  }

  /** Lets `days` calendar days pass, and the closed ones after them. */
  async passDays(days: number): Promise<void> {
    await this.passToDay(addDays(this.today, days));
  }

  /** How often that was counted this 年度. */
  async counted(name: string): Promise<number> {
    const { rows } = await this.#superuser.query<{ value: string }>(
      'select sum(value) as value from counter where municipality_id = $1 and name = $2',
      [municipality, name],
    );
    return Number(rows[0]?.value ?? 0);
  }

  /** How many events the log of that record has. */
  async eventsOf(recordId: string): Promise<number> {
    const { rows } = await this.#superuser.query<{ n: number }>(
      'select count(*)::int as n from event where record_id = $1',
      [recordId],
    );
    return rows[0]?.n ?? 0;
  }

  async close(): Promise<void> {
    await this.#close();
  }
}
