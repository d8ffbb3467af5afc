import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipRow } from './membership.entity.ts';

/** What one person has begun to write at one place: sealed under a key of its own, which goes with it. */
@Entity('draft')
@ForeignKey(() => MembershipRow, ['municipalityId', 'membershipId'], ['municipalityId', 'id'], {
  name: 'draft_membership_fkey',
  onDelete: 'CASCADE',
})
@Index('draft_expiry', ['expiresAt'])
export class DraftRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'draft_pkey' })
  membershipId!: string;

  @PrimaryColumn('text', { primaryKeyConstraintName: 'draft_pkey' })
  place!: string;

  @Column('bytea')
  ciphertext!: Buffer;

  @Column('text')
  keyId!: string;

  @Column('bytea')
  wrappedKey!: Buffer;

  @Column('timestamptz')
  savedAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;
}
