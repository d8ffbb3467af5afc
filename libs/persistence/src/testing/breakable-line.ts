import { createServer, Socket, type AddressInfo } from 'node:net';

/** A line to the database that can be held up and cut. */
export interface BreakableLine {
  /** The database's URL through this line. */
  readonly url: string;
  /** From now on nothing passes in either direction; connections stay open, as with a machine that is frozen. */
  pause(): void;
  resume(): void;
  /** Cuts a connection at the moment its client says `word`; the server hears it all the same. */
  cutAfter(word: string): void;
  close(): Promise<void>;
}

/** Opens a line before the server of `databaseUrl`, on a port of its own. */
export async function breakableLine(databaseUrl: string): Promise<BreakableLine> {
  const target = new URL(databaseUrl);
  const sockets = new Set<Socket>();
  let last: string | undefined;
  let paused = false;
  const server = createServer((client) => {
    const upstream = new Socket();
    for (const socket of [client, upstream]) {
      sockets.add(socket);
      socket.on('error', () => undefined);
      socket.on('close', () => {
        sockets.delete(socket);
        client.destroy();
        upstream.destroy();
      });
      if (paused) socket.pause();
    }
    client.on('data', (data) => {
      upstream.write(data, () => {
        if (last !== undefined && data.includes(last)) client.destroy();
      });
    });
    upstream.on('data', (data) => client.write(data));
    upstream.connect(Number(target.port), target.hostname);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.toString(),
    pause: () => {
      paused = true;
      for (const socket of sockets) socket.pause();
    },
    resume: () => {
      paused = false;
      for (const socket of sockets) socket.resume();
    },
    cutAfter: (word) => {
      last = word;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise<void>((resolve) => {
        server.close(() => {
          resolve();
        });
      });
    },
  };
}
