import { readInMunicipality, type Transaction } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import { giverOf, type Giver, type Viewer } from '../session/viewer.ts';

/** Reads for the one who is signed in: under row-level security of their municipality, in one transaction. */
export const asViewer = async <T>(
  dataSource: DataSource,
  viewer: Viewer,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => asGiver(dataSource, giverOf(viewer), work);

/** The same for whoever gives a command. */
export const asGiver = async <T>(
  dataSource: DataSource,
  { municipality, actor }: Giver,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> =>
  readInMunicipality(
    dataSource,
    { municipality, actor: actor.kind === 'person' ? actor.membershipId : actor.kind },
    work,
  );
