import type { HomeFolder } from '../home/home-folder.ts';
import { portFor } from '../home/remembered-ports.ts';
import { startMailPage } from './mail-page-server.ts';
import { openMailStore } from './mail-store.ts';
import { openSmtpDoor } from './smtp-door.ts';

export interface MailCatcher {
  /** For the notifier. */
  readonly smtpUrl: string;
  readonly pageUrl: string;
  readonly close: () => Promise<void>;
}

/** A mail server of this machine that keeps what it gets and shows it, so that the demo sends real mail to nobody. */
export async function startMailCatcher(home: HomeFolder): Promise<MailCatcher> {
  const store = openMailStore(home.mails);
  const smtpPort = await portFor(home, 'smtp');
  const pagePort = await portFor(home, 'mailPage');
  const door = await openSmtpDoor(smtpPort, store);
  const pages = await startMailPage(pagePort, store);
  return {
    smtpUrl: `smtp://127.0.0.1:${smtpPort}`,
    pageUrl: `http://127.0.0.1:${pagePort}`,
    close: async () => {
      await pages.close();
      await door.close();
    },
  };
}
