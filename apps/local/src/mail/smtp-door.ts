import { once } from 'node:events';
import { SMTPServer } from 'smtp-server';
import type { MailStore } from './mail-store.ts';

const largestBytes = 25 * 1024 * 1024;

export interface SmtpDoor {
  readonly close: () => Promise<void>;
}

/** Takes every mail that is sent to it and delivers none. Answers 250 only when the mail is on disk. */
export async function openSmtpDoor(port: number, store: MailStore): Promise<SmtpDoor> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestBytes,
    logger: false,
    onData: (stream, _session, callback) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
      });
      stream.once('end', () => {
        if (stream.sizeExceeded) {
          callback(Object.assign(new Error('mail too large'), { responseCode: 552 }));
          return;
        }
        store.add(Buffer.concat(chunks), new Date()).then(
          () => {
            callback();
          },
          (error: unknown) => {
            callback(Object.assign(new Error('mail could not be kept', { cause: error }), { responseCode: 451 }));
          },
        );
      });
    },
  });
  // A sender that hangs up in the middle is no reason to end.
  server.on('error', () => undefined);
  server.listen(port, '127.0.0.1');
  await once(server.server, 'listening');
  return {
    close: async () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
