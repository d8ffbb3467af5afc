import 'reflect-metadata';
import { realRooms } from '../../local/src/open-rooms.ts';
import { runLocal } from '../../local/src/run-local.ts';

/** The one-machine start, until it is told to end. @returns its exit code */
export const startHere = async ({ reset, yes }: { readonly reset: boolean; readonly yes: boolean }): Promise<number> =>
  runLocal([...(reset ? ['--reset'] : []), ...(yes ? ['--yes'] : [])], realRooms());
