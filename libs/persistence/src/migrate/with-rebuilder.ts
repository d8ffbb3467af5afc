import { definitionOf } from '#libs/domain';
import type { DataSource } from 'typeorm';
import { openDataSource } from '../connection/data-source.ts';
import { longPatience } from '../connection/listened-client.ts';
import { roleUrl } from '../connection/database-urls.ts';
import { profileContexts } from '../executor/profile-contexts.ts';
import { refoldOlder } from '../log/every-record.ts';
import { RecordRebuilder } from '../log/record-rebuilder.ts';
import { TextCipher } from '../text/text-cipher.ts';
import type { RolePasswords } from './serving-roles.ts';

export interface RebuilderAccess {
  /** The owner's URL. */
  readonly databaseUrl: string;
  readonly rolePasswords: RolePasswords;
  /** 32 bytes, base64; those of before, oldest last. */
  readonly masterKey: string;
  readonly olderMasterKeys?: readonly string[];
  readonly demo: boolean;
}

/** Opens the connections that rebuilding needs, for as long as `work` goes on. */
export async function withRebuilder<T>(
  { databaseUrl, rolePasswords, masterKey, olderMasterKeys, demo }: RebuilderAccess,
  work: (parts: { readonly clock: DataSource; readonly rebuilder: RecordRebuilder }) => Promise<T>,
): Promise<T> {
  const opened: DataSource[] = [];
  const open = async (role: 'app' | 'clock'): Promise<DataSource> => {
    const source = await openDataSource({
      databaseUrl: roleUrl(databaseUrl, role, rolePasswords[role]),
      poolSize: 2,
      applicationName: `tsunagi-rebuild-${role}`,
      patience: longPatience,
    });
    opened.push(source);
    return source;
  };
  try {
    const [dataSource, clock] = [await open('app'), await open('clock')];
    const cipher = new TextCipher(masterKey, olderMasterKeys);
    const contexts = profileContexts({ demo });
    return await work({
      clock,
      rebuilder: new RecordRebuilder({ dataSource, definitions: definitionOf, contexts, cipher }),
    });
  } finally {
    for (const source of opened) await source.destroy();
  }
}

/** The second half of an upgrade, after `migrate`: folds the open records anew that an older build has folded. Does nothing twice. */
export const refoldRecords = async (
  access: RebuilderAccess,
  { perSecond = 200, onProgress }: Partial<Parameters<typeof refoldOlder>[3]> = {},
): ReturnType<typeof refoldOlder> =>
  withRebuilder(access, async ({ clock, rebuilder }) =>
    refoldOlder(clock, rebuilder, definitionOf, { perSecond, onProgress }),
  );
