import type { Conflict } from '#libs/views';

const ofTheRequest = new Set(['commandId', 'partVersion']);

/** What was sent beside what is there now, so that both can be compared. `current` is nothing when the viewer may not read it. */
export const conflictOf = (
  part: string,
  version: number,
  body: object,
  current: Readonly<Record<string, unknown>> | undefined,
): Conflict => ({
  part,
  version,
  submitted: Object.fromEntries(Object.entries(body).filter(([field]) => !ofTheRequest.has(field))),
  ...(current ? { current } : {}),
});
