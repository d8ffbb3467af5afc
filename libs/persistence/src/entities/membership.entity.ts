import { Column, Entity, ForeignKey, Index, PrimaryColumn } from 'typeorm';
import { AccountRow } from './account.entity.ts';
import { MunicipalityRow } from './municipality.entity.ts';

/** A person at work in one municipality: agency, posts, until when. */
@Entity('membership')
@ForeignKey(() => MunicipalityRow, ['municipalityId'], ['municipalityId'], { name: 'membership_municipality_fkey' })
@ForeignKey(() => AccountRow, ['accountId'], ['id'], { name: 'membership_account_fkey' })
@Index('membership_account', ['accountId'])
@Index('membership_agency', ['municipalityId', 'agency'])
export class MembershipRow {
  @PrimaryColumn('text', { primaryKeyConstraintName: 'membership_pkey' })
  municipalityId!: string;

  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'membership_pkey' })
  id!: string;

  @Column('uuid')
  accountId!: string;

  @Column('text')
  agency!: string;

  @Column('text', { array: true })
  posts!: string[];

  @Column('text')
  displayName!: string;

  @Column('date', { nullable: true })
  until!: string | null;
}
