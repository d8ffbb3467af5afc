import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { RecordRow } from './record.entity.ts';

/** Something of a record that is over and has left its state: a contact, an answered つなぎ, an earlier plan. Ids, codes and dates. */
@Entity('left_entry')
@ForeignKey(() => RecordRow, ['municipalityId', 'recordId'], ['municipalityId', 'id'], {
  name: 'left_entry_record_fkey',
})
@Index('left_entry_named', ['municipalityId', 'recordId', 'id'])
export class LeftEntryRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'left_entry_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'left_entry_pkey' })
  recordId!: string;

  /** Name of the list of the state it stood in. */
  @PrimaryColumn('text', { primaryKeyConstraintName: 'left_entry_pkey' })
  list!: string;

  /** The event with which it left. */
  @PrimaryColumn('integer', { primaryKeyConstraintName: 'left_entry_pkey' })
  seq!: number;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'left_entry_pkey' })
  id!: string;

  @Column('jsonb')
  body!: unknown;
}
