import { expect, it } from '@jest/globals';
import { sittingStages, type SittingStage } from '#libs/domain';
import { sittingName } from './sitting-name.ts';

it('says of a number whether it may still move: until it is held it follows the days', () => {
  const said = {
    preparing: '支援会議 第3回(予定)',
    called: '支援会議 第3回(予定)',
    held: '支援会議 第3回',
    closed: '支援会議 第3回',
    cancelled: '支援会議 第3回(中止)',
  } as const satisfies Record<SittingStage, string>;
  for (const stage of sittingStages) expect(sittingName({ name: '支援会議', ordinal: 3, stage })).toBe(said[stage]);
});
