import type { AddressInfo, Socket } from 'node:net';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';

interface CaughtMail {
  /** RCPT TO of this mail. */
  readonly recipients: readonly string[];
  readonly raw: string;
  readonly mail: ParsedMail;
}

/** What the server says to a recipient or a mail instead of taking it; or that it says nothing, or hangs up, when it has the mail. */
type Refusal =
  | { readonly at: 'recipient' | 'sender' | 'data'; readonly code: number; readonly enhanced?: string }
  | { readonly at: 'silent' | 'hang-up' };

export interface MailCatcher {
  readonly url: string;
  readonly port: number;
  readonly caught: readonly CaughtMail[];
  /** How often a mail came in whole, taken or not. */
  readonly came: () => number;
  /** Asked for each recipient; nothing lets the mail through. */
  refuse: (recipient: string) => Refusal | undefined;
  close(): Promise<void>;
}

const connections = (server: SMTPServer): Iterable<{ readonly _socket: Socket }> =>
  (server as unknown as { connections: Iterable<{ _socket: Socket }> }).connections;

/** A real SMTP server on a port of this machine that keeps what it gets. */
export async function startMailCatcher(port = 0): Promise<MailCatcher> {
  const caught: CaughtMail[] = [];
  let came = 0;
  const said = ({ code, enhanced = '' }: { readonly code: number; readonly enhanced?: string }): Error =>
    Object.assign(new Error(`${enhanced} not taken`.trim()), { responseCode: code });
  const catcher = { caught, refuse: (_recipient: string): Refusal | undefined => undefined };
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    onMailFrom: (_sender, _session, done) => {
      const refusal = catcher.refuse('');
      done(refusal?.at === 'sender' ? said(refusal) : null);
    },
    onRcptTo: ({ address }, _session, done) => {
      const refusal = catcher.refuse(address);
      done(refusal?.at === 'recipient' ? said(refusal) : null);
    },
    onData: (stream, session, done) => {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        came += 1;
        const refusal = recipients.map((recipient) => catcher.refuse(recipient)).find((found) => found !== undefined);
        if (refusal?.at === 'silent') return;
        if (refusal?.at === 'hang-up') {
          for (const { _socket: socket } of connections(server)) socket.end();
          return;
        }
        if (refusal?.at === 'data') {
          done(said(refusal));
          return;
        }
        const raw = Buffer.concat(chunks);
        void simpleParser(raw).then((mail) => {
          caught.push({ recipients, raw: raw.toString(), mail });
          done();
        }, done);
      });
    },
  });
  server.on('error', () => undefined); // connections cut by the tests
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const bound = (server.server.address() as AddressInfo).port;
  return Object.assign(catcher, {
    url: `smtp://127.0.0.1:${bound}`,
    port: bound,
    came: () => came,
    close: async () =>
      new Promise<void>((resolve) => {
        server.close(resolve);
      }),
  });
}
