import { pino } from 'pino';
import { accessPolicy } from '#libs/access';
import { definitionOf } from '#libs/domain';
import { SmtpMailer } from '#libs/notification';
import { OutboxRelay, type OutboxLog } from '#libs/outbox';
import {
  databaseAnswers,
  openDataSource,
  openProbes,
  profileContexts,
  RecordExecutor,
  roleUrl,
  startSigns,
  TextCipher,
  TextReader,
  type Clock,
} from '#libs/persistence';
import { deliverNotice, noticeTopic } from './notice/deliver-notice.ts';
import { profileDirectory } from './notice/directory.ts';
import { MailServerWords } from './notice/mail-server-words.ts';
import { NoticeRows } from './notice/notice-rows.ts';
import { reportUndelivered } from './notice/report-undelivered.ts';

export interface NotifierSettings extends DeliveringSettings {
  /** 32 bytes, base64: opens the texts of places and makes the reply links. */
  readonly masterKey: string;
  /** Master keys of before, oldest last. */
  readonly olderMasterKeys?: readonly string[];
}

export interface DeliveringSettings {
  /** URL of the owner role; the notifier itself works as `app` and `clock`. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string; readonly clock: string };
  readonly smtpUrl: string;
  /** What links in mails begin with; no slash at the end. */
  readonly publicUrl: string;
  readonly demo: boolean;
  /** Sender where the profile names no mailbox of the office. */
  readonly officeMailbox?: string | undefined;
  /** Where `/live` and `/ready` answer; without it nowhere. */
  readonly probePort?: number;
  /** Mails under way at once. Default 4. */
  readonly concurrency?: number;
  /** Pauses between attempts of one mail, ms. Defaults of the outbox. */
  readonly firstPauseMs?: number;
  readonly longestPauseMs?: number;
  readonly log?: OutboxLog;
  /** The now of the rules. Default: the database's clock. */
  readonly clock?: Clock;
}

export interface OpenNotifier {
  /** Takes nothing more, finishes what is in hand (a minute at most, longer while the database is away), gives everything back. */
  close(): Promise<void>;
}

/** Finding takes 13 s at most, the mail server a minute, and its word is insisted on for less than one; longer is a lost process. */
const leaseMs = 180_000;

/**
 * Delivers notices until it is closed; as many side by side as wanted. Needs the mail server only when there is something to send.
 * @throws when the database does not answer at the start
 */
export const startNotifier = async ({
  masterKey,
  olderMasterKeys,
  ...settings
}: NotifierSettings): Promise<OpenNotifier> => deliverWith(new TextCipher(masterKey, olderMasterKeys), settings);

/** Like {@link startNotifier}, with what the master key gives. */
export async function deliverWith(cipher: TextCipher, settings: DeliveringSettings): Promise<OpenNotifier> {
  const { databaseUrl, rolePasswords, concurrency = 4, firstPauseMs, longestPauseMs } = settings;
  const log = settings.log ?? pino({ name: 'notifier', level: 'warn' });
  const probes = settings.probePort === undefined ? undefined : await openProbes(settings.probePort);
  const dataSource = await openDataSource({
    databaseUrl: roleUrl(databaseUrl, 'app', rolePasswords.app),
    poolSize: concurrency + 1,
    applicationName: 'tsunagi-notifier',
  }).catch(async (error: unknown) => {
    await probes?.close();
    throw error;
  });
  const words = new MailServerWords(() => performance.now());
  const mailer = new SmtpMailer({ smtpUrl: settings.smtpUrl, maxConnections: concurrency });
  const signs = startSigns(dataSource, {
    name: 'notifier',
    look: async () => Promise.resolve({ trouble: words.trouble }),
    onMissed: () => {
      log.warn({ name: 'notifier' }, 'sign of life missed');
    },
  });
  const relay = OutboxRelay.start({
    databaseUrl: roleUrl(databaseUrl, 'clock', rolePasswords.clock),
    log,
    concurrency,
    leaseMs,
    ...(firstPauseMs === undefined ? {} : { firstPauseMs }),
    ...(longestPauseMs === undefined ? {} : { longestPauseMs }),
    handlers: {
      [noticeTopic]: deliverNotice({
        rows: new NoticeRows(dataSource, new TextReader(cipher)),
        directory: profileDirectory({ demo: settings.demo, officeMailbox: settings.officeMailbox }),
        mailer,
        words,
        reportUndelivered: reportUndelivered(
          new RecordExecutor({
            dataSource,
            definitions: definitionOf,
            contexts: profileContexts({ demo: settings.demo }),
            access: accessPolicy,
            cipher,
            ...(settings.clock ? { clock: settings.clock } : {}),
          }),
        ),
        replyToken: (municipality, invitationId) => cipher.replyToken(municipality, invitationId),
        publicUrl: settings.publicUrl,
      }),
    },
  });
  probes?.readyWhile(async () => databaseAnswers(dataSource));
  return {
    async close(): Promise<void> {
      probes?.leave();
      await relay.close();
      mailer.close();
      await signs.close();
      await dataSource.destroy();
      await probes?.close();
    },
  };
}
