export { countWorkflows, sendNudge } from './nudge-sender.ts';
export { restartAllFromLog, restartOlderProcedures } from './rebuild.ts';
export { TemporalClient } from './temporal-client.ts';
export { kindOfError } from './temporal-settings.ts';
export type { TemporalLog } from './temporal-settings.ts';
export { TemporalModule } from './temporal.module.ts';
export { commandsAtOnce } from './worker-options.ts';
export { WorkerRunner } from './worker-runner.ts';
export { builtWorkflowBundle } from './workflow-bundle.ts';
