import pg from 'pg';
import { startMailCatcher, type MailCatcher } from '../../../../libs/notification/src/testing/mail-catcher.ts';
import { until } from '../../../../libs/outbox/src/testing/until.ts';
import {
  freshDatabase,
  testRolePasswords,
  type FreshDatabase,
} from '../../../../libs/persistence/src/testing/index.ts';
import { startNotifier, type NotifierSettings } from '../start-notifier.ts';
import { masterKey, SittingFixture } from './sitting-fixture.ts';

export const five = ['houkatsu', 'kikan', 'shakyo', 'kodomo', 'hoken'];
export const publicUrl = 'https://tsunagi.example.jp';

/** Notifiers over a real PostgreSQL and a real SMTP server, with the rows that the executor would have written. */
export class NotifierBed {
  readonly database: FreshDatabase;
  readonly fixture: SittingFixture;
  /** What was logged. */
  readonly told: object[] = [];
  catcher: MailCatcher;
  readonly #running: { close(): Promise<void> }[] = [];

  private constructor(database: FreshDatabase, catcher: MailCatcher) {
    this.database = database;
    this.fixture = new SittingFixture(database.appUrl);
    this.catcher = catcher;
  }

  static async open(): Promise<NotifierBed> {
    return new NotifierBed(await freshDatabase(), await startMailCatcher());
  }

  async start(more: Partial<NotifierSettings> = {}): Promise<void> {
    const tell = (fields: object): void => void this.told.push(fields);
    this.#running.push(
      await startNotifier({
        databaseUrl: this.database.ownerUrl,
        rolePasswords: testRolePasswords,
        masterKey,
        smtpUrl: this.catcher.url,
        publicUrl,
        demo: true,
        log: { warn: tell, error: tell },
        firstPauseMs: 20,
        longestPauseMs: 50,
        ...more,
      }),
    );
  }

  /** Until nothing waits any more. */
  async through(): Promise<void> {
    await until(async () => (await this.fixture.waiting()) === 0);
  }

  recipients(): readonly string[] {
    return this.catcher.caught.flatMap((mail) => mail.recipients).toSorted();
  }

  async asSuperuser(text: string, values: readonly unknown[]): Promise<void> {
    const superuser = new pg.Client({ connectionString: this.database.superuserUrl });
    await superuser.connect();
    await superuser.query(text, [...values]);
    await superuser.end();
  }

  /** Between two tests: another mail server, nothing waiting, nobody running. */
  async rest(): Promise<void> {
    await Promise.all(this.#running.splice(0).map(async (notifier) => notifier.close()));
    await this.catcher.close();
    await this.fixture.query('delete from outbox');
    this.catcher = await startMailCatcher();
    this.told.length = 0;
  }

  async close(): Promise<void> {
    await this.rest();
    await this.catcher.close();
    await this.fixture.close();
    await this.database.drop();
  }
}
