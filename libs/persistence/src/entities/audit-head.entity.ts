import { Column, Entity, PrimaryColumn } from 'typeorm';

/** The newest link of the chain of a municipality. */
@Entity('audit_head')
export class AuditHeadRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'audit_head_pkey' })
  municipalityId!: string;

  @Column('integer')
  seq!: number;

  @Column('bytea')
  prevHash!: Buffer;

  @Column('bytea')
  hash!: Buffer;
}
