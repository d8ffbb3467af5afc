import type { Rooms } from './rooms.ts';

/** The real rooms, in this process. Each is loaded at its turn: code for the worker must not hold up the first page. */
export function realRooms(): Rooms {
  return {
    load: async () => {
      await import('#libs/persistence');
      await import('../../api/src/start-api.ts');
    },
    migrate: async (settings) => {
      const { workflowIdOf } = await import('#libs/contracts');
      const { migrate, refoldRecords } = await import('#libs/persistence');
      await migrate(settings);
      // Nobody works here before the pages are open: there is no reason to go slowly.
      const { failed } = await refoldRecords(settings, { perSecond: 10_000 });
      return failed.map(workflowIdOf);
    },
    seed: async (settings) => {
      const { seedDemo } = await import('./demo/seed-demo.ts');
      const { people } = await seedDemo(settings);
      return people;
    },
    openApi: async (settings) => {
      const { startApi } = await import('../../api/src/start-api.ts');
      return startApi(settings);
    },
    openWorker: async (settings) => {
      const { startWorker } = await import('../../worker/src/start-worker.ts');
      return startWorker(settings);
    },
    openNotifier: async (settings) => {
      const { startNotifier } = await import('../../notifier/src/start-notifier.ts');
      return startNotifier(settings);
    },
  };
}
