import { inMunicipality, type Transaction } from '#libs/persistence';
import type { DataSource } from 'typeorm';
import type { Viewer } from '../session/viewer.ts';

/** Reads for the one who is signed in: under row-level security of their municipality, in one transaction. */
export const asViewer = async <T>(
  dataSource: DataSource,
  viewer: Viewer,
  work: (tx: Transaction) => Promise<T>,
): Promise<T> => inMunicipality(dataSource, { municipality: viewer.municipality, actor: viewer.membershipId }, work);
