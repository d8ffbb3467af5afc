export { dataSourceOptions, openDataSource } from './connection/data-source.ts';
export type { ConnectionSettings } from './connection/data-source.ts';
export { roleNames, roleUrl } from './connection/database-urls.ts';
export type { ServingRole } from './connection/database-urls.ts';
export { migrate, schemaDifferences, unmigrate } from './migrate/migrate.ts';
export type { MigrateSettings } from './migrate/migrate.ts';
export type { RolePasswords } from './migrate/serving-roles.ts';
