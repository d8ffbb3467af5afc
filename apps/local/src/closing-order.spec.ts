import { describe, expect, it } from '@jest/globals';
import { createClosingOrder } from './closing-order.ts';

const ignore = (): void => undefined;

describe('the closing order', () => {
  it('closes what was opened last first', async () => {
    const closed: string[] = [];
    const order = createClosingOrder();
    for (const name of ['database', 'pages', 'worker']) {
      order.add(name, async () => {
        closed.push(name);
        await Promise.resolve();
      });
    }
    await order.closeAll(ignore);
    expect(closed).toEqual(['worker', 'pages', 'database']);
  });

  it('goes on with the rest when one cannot be closed, and says which', async () => {
    const failures: string[] = [];
    let databaseClosed = false;
    const order = createClosingOrder();
    order.add('database', async () => {
      databaseClosed = true;
      await Promise.resolve();
    });
    order.add('worker', async () => Promise.reject(new Error('busy')));
    await order.closeAll((name) => failures.push(name));
    expect({ failures, databaseClosed }).toEqual({ failures: ['worker'], databaseClosed: true });
  });

  it('closes each once, however often it is asked', async () => {
    let times = 0;
    const order = createClosingOrder();
    order.add('pages', async () => {
      times += 1;
      await Promise.resolve();
    });
    await Promise.all([order.closeAll(ignore), order.closeAll(ignore)]);
    await order.closeAll(ignore);
    expect(times).toBe(1);
  });

  it('ends what is still open at once when it is forced, while an orderly end hangs', async () => {
    const forced: string[] = [];
    const hanging = Promise.withResolvers<undefined>();
    const order = createClosingOrder();
    order.add(
      'database',
      async () => Promise.resolve(),
      () => forced.push('database'),
    );
    order.add('worker', async () => hanging.promise);
    const ending = order.closeAll(ignore);
    order.forceAll();
    expect(forced).toEqual(['database']);
    hanging.resolve(undefined);
    await ending;
  });
});
