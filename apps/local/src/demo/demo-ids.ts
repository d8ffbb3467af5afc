import { createHash } from 'node:crypto';
import { v7 } from 'uuid';

/** 2026-04-01 in Asia/Tokyo: ids of the demo look as if they had been made then, whatever day it is started. */
const madeAtMs = 1_774_969_200_000;

/** The same name gives the same UUIDv7: a seed that was cut off is taken up again without doubling anything. */
export const demoId = (name: string): string =>
  v7({
    msecs: madeAtMs,
    seq: 0,
    random: new Uint8Array(createHash('sha256').update(`tsunagi demo ${name}`).digest().subarray(0, 16)),
  });
