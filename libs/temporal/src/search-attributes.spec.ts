import { expect, it, jest } from '@jest/globals';
import { ServiceError } from '@temporalio/client';
import { TypedSearchAttributes } from '@temporalio/common';
import { SearchedStarts, type Searched } from './search-attributes.ts';

const attributes = new TypedSearchAttributes();

/** As both servers say it: gRPC code 3, and words. */
const refusal = (details: string): ServiceError =>
  new ServiceError('Failed to start', { cause: Object.assign(new Error(details), { code: 3, details }) });

function aStart(told: object[] = []) {
  const log = { info: jest.fn(), warn: (fields: object) => told.push(fields), error: jest.fn() };
  const starts = new SearchedStarts(log);
  const tried: Searched[] = [];
  return {
    tried,
    told,
    start: async (error?: Error) =>
      starts.start(attributes, async (searched) => {
        tried.push(searched);
        if (error && searched.typedSearchAttributes) throw error;
        return Promise.resolve('started');
      }),
  };
}

it.each(['Namespace default has no mapping defined for search attribute X', 'search attribute X is not defined'])(
  'starts without search attributes where Temporal says "%s", and says so once',
  async (words) => {
    const { start, tried, told } = aStart();
    expect([await start(refusal(words)), await start(refusal(words))]).toEqual(['started', 'started']);
    expect(tried).toEqual([{ typedSearchAttributes: attributes }, {}, {}]);
    expect(told).toEqual([expect.objectContaining({ alarm: 'search-attributes-unknown' })]);
  },
);

it('starts with them again ten minutes after they were unknown: they may have been registered', async () => {
  const { start, tried } = aStart();
  const now = jest.spyOn(Date, 'now').mockReturnValue(0);
  await start(refusal('search attribute X is not defined'));
  now.mockReturnValue(10 * 60_000);
  await start();
  expect(tried.at(-1)).toEqual({ typedSearchAttributes: attributes });
});

it('throws whatever else Temporal says', async () => {
  const { start, told } = aStart();
  await expect(start(refusal('workflow id is too long'))).rejects.toThrow('Failed to start');
  await expect(start(new Error('not there'))).rejects.toThrow('not there');
  expect(told).toEqual([]);
});
