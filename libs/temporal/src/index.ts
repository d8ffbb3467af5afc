export { restartFromLog, sendNudge } from './nudge-sender.ts';
export { TemporalClient } from './temporal-client.ts';
export { kindOfError } from './temporal-settings.ts';
export type { TemporalLog, TemporalSettings } from './temporal-settings.ts';
export { WorkerRunner } from './worker-runner.ts';
export type { WorkerSettings } from './worker-runner.ts';
export { TemporalModule } from './temporal.module.ts';
export { builtWorkflowBundle } from './workflow-bundle.ts';
