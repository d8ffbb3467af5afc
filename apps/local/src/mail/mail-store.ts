import { randomBytes } from 'node:crypto';
import { open, readdir, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/** More than this is not kept: the oldest go. */
const keptMails = 2_000;

/** Names made by `add`: instant (UTC, milliseconds), then what makes it unique. */
const namePattern = /^(\d{8}T\d{9}Z-[0-9a-f]{8})\.eml$/;

/** Caught mails as `.eml` files, so that they survive a restart and can be opened with any mail program. */
export interface MailStore {
  /** Keeps a mail as it came over SMTP; when this resolves it is on disk. @returns its id */
  add(raw: Buffer, receivedAt: Date): Promise<string>;
  /** Ids, newest first. */
  ids(): Promise<string[]>;
  /** @returns undefined when there is no such mail */
  read(id: string): Promise<Buffer | undefined>;
}

/** When a mail came in, from its id; ISO 8601, UTC. */
export function receivedAtOf(id: string): string {
  return id.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)(\d{3})Z-.*$/, '$1-$2-$3T$4:$5:$6.$7Z');
}

const newId = (receivedAt: Date): string =>
  `${receivedAt.toISOString().replace(/[-:.]/g, '')}-${randomBytes(4).toString('hex')}`;

/** @param folder exists already */
export function openMailStore(folder: string): MailStore {
  const ids = async (): Promise<string[]> =>
    (await readdir(folder))
      .map((name) => namePattern.exec(name)?.[1])
      .filter((id) => id !== undefined)
      .sort()
      .reverse();
  return {
    ids,
    add: async (raw, receivedAt) => {
      const id = newId(receivedAt);
      const path = join(folder, `${id}.eml`);
      const file = await open(`${path}.new`, 'w', 0o600);
      try {
        await file.writeFile(raw);
        await file.sync();
      } finally {
        await file.close();
      }
      await rename(`${path}.new`, path);
      const tooMany = (await ids()).slice(keptMails);
      await Promise.all(tooMany.map(async (old) => rm(join(folder, `${old}.eml`), { force: true })));
      return id;
    },
    read: async (id) => {
      if (!namePattern.test(`${id}.eml`)) return undefined;
      try {
        return await readFile(join(folder, `${id}.eml`));
      } catch {
        return undefined;
      }
    },
  };
}
