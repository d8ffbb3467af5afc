export { auditMunicipality } from './audit-municipality.ts';
export type { Finding } from './audit-municipality.ts';
export { headOf } from './chain-rows.ts';
