import { ApiProperty } from '@nestjs/swagger';

/** How the house is. Each number is `null` when there is nothing to measure, or nothing could be asked. */
export class HealthView {
  @ApiProperty({ type: String, enum: ['ok', 'bad'] })
  readonly status!: 'ok' | 'bad';

  @ApiProperty({ type: String, enum: ['ok', 'away'] })
  readonly database!: 'ok' | 'away';

  @ApiProperty({ type: 'integer', nullable: true, description: 'ワーカーの最後の合図からの秒数' })
  readonly workerSeconds!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '通知を送る係の最後の合図からの秒数' })
  readonly notifierSeconds!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '送り出しを待ついちばん古い行の秒数' })
  readonly oldestOutboxSeconds!: number | null;

  @ApiProperty({
    type: 'integer',
    nullable: true,
    description: '過ぎたのに手続きが動いていない、いちばん古い期日からの分数',
  })
  readonly oldestDueMinutes!: number | null;

  @ApiProperty({ type: [String], description: '悪いところ' })
  readonly wrong!: string[];
}
