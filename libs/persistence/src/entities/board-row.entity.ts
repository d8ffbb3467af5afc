import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** One line of the board: where a record stands and, if it does not move, why and who can move it. */
@Entity('board_row')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'board_row_record_fkey',
})
@Index('board_row_open', ['municipalityId', 'urgent', 'isVacant', 'sortSince', 'recordId', 'stallFrom', 'lateFrom'], {
  where: 'is_open',
})
@Index('board_row_stalled', ['municipalityId', 'urgent', 'isVacant', 'stallFrom'], { where: 'is_open' })
@Index('board_row_late', ['municipalityId', 'urgent', 'isVacant', 'lateFrom'], { where: 'is_open' })
export class BoardRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'board_row_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'board_row_pkey' })
  recordId!: string;

  @Column('text')
  kind!: string;

  @Column('text')
  number!: string;

  @Column('text')
  stage!: string;

  @Column('text', { nullable: true })
  track!: string | null;

  @Column('boolean')
  urgent!: boolean;

  @Column('text', { nullable: true })
  leadAgency!: string | null;

  @Column('uuid', { nullable: true })
  personInCharge!: string | null;

  @Column('text', { nullable: true })
  stallCause!: string | null;

  @Column('text', { nullable: true })
  stallKey!: string | null;

  @Column('timestamptz', { nullable: true })
  stallFrom!: Date | null;

  @Column('date', { nullable: true })
  stallSince!: string | null;

  /** No 担当者: such lines come before what only stands still. */
  @Column('boolean', { default: false })
  isVacant!: boolean;

  /** From when on something that somebody owes is overdue, whether the record moves or not. */
  @Column('timestamptz', { nullable: true })
  lateFrom!: Date | null;

  /** `stallSince`, or `infinity` where nothing stands still: such lines come last. */
  @Column('date', { default: 'infinity' })
  sortSince!: string;

  @Column('date', { nullable: true })
  dueOn!: string | null;

  @Column('text', { nullable: true })
  holderAgency!: string | null;

  @Column('text', { nullable: true })
  holderPost!: string | null;

  @Column('date')
  openedOn!: string;

  @Column('boolean')
  isOpen!: boolean;
}
