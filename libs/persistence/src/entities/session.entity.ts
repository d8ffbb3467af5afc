import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { MembershipRow } from './membership.entity.ts';

/** A signed-in browser, bound to one membership. The token itself is kept nowhere. */
@Entity('session')
@ForeignKey(() => MembershipRow, ['municipalityId', 'membershipId'], ['municipalityId', 'id'], {
  name: 'session_membership_fkey',
  onDelete: 'CASCADE',
})
@Index('session_token', ['tokenHash'])
@Index('session_membership', ['municipalityId', 'membershipId'])
@Index('session_expiry', ['expiresAt'])
export class SessionRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'session_pkey' })
  municipalityId!: string;

  @PrimaryColumn('bytea', { primaryKeyConstraintName: 'session_pkey' })
  tokenHash!: Buffer;

  @Column('uuid')
  membershipId!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { default: () => 'now()' })
  lastSeenAt!: Date;
}
