import { ApiProperty } from '@nestjs/swagger';
import type { AlarmKind, RecordKind } from '#libs/contracts';

/** Something of a record that is not settled by itself. Which command it is and why is told by `tsunagi health`, on the machine. */
export class AlarmView {
  @ApiProperty({ type: String })
  readonly municipality!: string;

  @ApiProperty({ type: String, enum: ['support-case', 'sitting'] })
  readonly kind!: RecordKind;

  @ApiProperty({ type: String, format: 'uuid' })
  readonly recordId!: string;

  @ApiProperty({
    type: String,
    enum: ['date-stuck', 'command-refused', 'command-fruitless'],
    description: '期日が動かない、手続きの操作が断られた、操作をしても何も変わらない',
  })
  readonly alarm!: AlarmKind;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly since!: string;
}

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

  @ApiProperty({ type: 'integer', nullable: true, description: '終わっていない記録の数' })
  readonly openRecords!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '最後に数えたときに動いていた手続きの数' })
  readonly runningWorkflows!: number | null;

  @ApiProperty({ type: 'integer', nullable: true, description: '片づいていない警報の数' })
  readonly alarmCount!: number | null;

  @ApiProperty({ type: [AlarmView], description: '片づいていない警報(古いものから 50 件まで)' })
  readonly alarms!: AlarmView[];

  @ApiProperty({ type: [String], description: '悪いところ' })
  readonly wrong!: string[];
}
