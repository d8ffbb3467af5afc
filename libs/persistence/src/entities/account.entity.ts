import { Column, Entity, PrimaryColumn, Unique } from 'typeorm';

/** Credentials, global: who a person is anywhere. No name, no agency. */
@Entity('account')
@Unique('account_login_key', ['login'])
export class AccountRow {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'account_pkey' })
  id!: string;

  @Column('text')
  login!: string;

  @Column('timestamptz', { default: () => 'now()' })
  createdAt!: Date;
}
