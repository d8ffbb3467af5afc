export { verifyChain } from './verify-chain.ts';
export type { ChainVerdict } from './verify-chain.ts';
