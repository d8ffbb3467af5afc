export { auditMunicipality } from './audit-municipality.ts';
export type { AuditVerdict, Finding } from './audit-municipality.ts';
export { headOf } from './chain-rows.ts';
export { verifyChain } from './verify-chain.ts';
export type { ChainVerdict } from './verify-chain.ts';
