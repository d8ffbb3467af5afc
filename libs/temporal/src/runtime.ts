import { DefaultLogger, Runtime, makeTelemetryFilterString } from '@temporalio/worker';
import type { TemporalLog } from './temporal-settings.ts';

let installed = false;

/**
 * Prepares the SDK's one runtime of this process: its words go to our log, and it listens to no signal, because the app ends
 * itself in an order of its own. Does nothing the second time: the SDK ends an idle runtime and makes it anew with the same options.
 * To be called right before connecting, since a runtime that nobody uses keeps the process alive.
 */
export function installRuntime(log: TemporalLog): void {
  if (installed) return;
  installed = true;
  const logger = new DefaultLogger('WARN', ({ level, message, meta }) => {
    const fields = alarmOf(meta);
    if (level === 'ERROR') log.error(fields, `temporal: ${message}`);
    else log.warn(fields, `temporal: ${message}`);
  });
  try {
    const filter = makeTelemetryFilterString({ core: 'WARN', other: 'ERROR' });
    Runtime.install({ shutdownSignals: [], logger, telemetryOptions: { logging: { filter, forward: {} } } });
  } catch (error) {
    log.warn({ error: error instanceof Error ? error.name : typeof error }, 'temporal: the runtime was there already');
  }
}

/** Of what the SDK and the workflows tell, only ids, codes and numbers. */
function alarmOf(meta: Readonly<Record<string, unknown>> | undefined): Record<string, unknown> {
  const told = [
    'alarm',
    'command',
    'code',
    'times',
    'workflowId',
    'workflowType',
    'activityType',
    'attempt',
    'taskQueue',
  ];
  return Object.fromEntries(Object.entries(meta ?? {}).filter(([name]) => told.includes(name)));
}
