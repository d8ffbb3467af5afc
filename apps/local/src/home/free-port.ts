import { createServer } from 'node:net';

/** Whether somebody listens on this port of this machine. */
export async function isPortTaken(port: number, host = '127.0.0.1'): Promise<boolean> {
  return (await tryToListen(port, host)) === undefined;
}

/** @returns the port that could be listened on (0 asks for any), undefined when it is taken */
async function tryToListen(port: number, host: string): Promise<number | undefined> {
  const server = createServer();
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(undefined);
      else reject(error);
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() => {
        resolve(typeof address === 'object' && address !== null ? address.port : undefined);
      });
    });
  });
}

/** The wished port when it is free, else any free one. */
export async function freePort(wished: number, host = '127.0.0.1'): Promise<number> {
  const port = (await tryToListen(wished, host)) ?? (await tryToListen(0, host));
  if (port === undefined) throw new Error('no free port on this machine');
  return port;
}
