import { v7 } from 'uuid';

/** A new id for whatever the server makes: UUIDv7, so that rows made together lie together. */
export const newId = (): string => v7();
