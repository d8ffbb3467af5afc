export { verifyChain } from './verify-chain.ts';
export type { BrokenEntry, ChainVerdict } from './verify-chain.ts';
