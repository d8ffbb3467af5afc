export * from './blank-standings.ts';
export * from './record-ids.ts';
export * from './sent-standing.ts';
export type * from './standing.ts';
export type * from './system-commands.ts';
export * from './record-activities.ts';
