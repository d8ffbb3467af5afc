import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** A 開催回 as lists need it; the place is a text revision. */
@Entity('sitting')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], { name: 'sitting_record_fkey' })
@Index('sitting_held', ['municipalityId', 'heldOn', 'recordId'])
export class SittingRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'sitting_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'sitting_pkey' })
  recordId!: string;

  @Column('text')
  body!: string;

  @Column('text')
  kind!: string;

  @Column('integer', { nullable: true })
  ordinal!: number | null;

  @Column('text')
  stage!: string;

  @Column('date')
  openedOn!: string;

  @Column('date')
  heldOn!: string;

  @Column('text')
  startsAt!: string;

  @Column('text')
  endsAt!: string;

  @Column('integer')
  sequence!: number;

  @Column('date', { nullable: true })
  replyDueOn!: string | null;

  @Column('boolean')
  isOpen!: boolean;
}
