export * from './record-ids.ts';
export type * from './standing.ts';
export type * from './system-commands.ts';
export * from './record-activities.ts';
