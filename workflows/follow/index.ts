export type { Follower } from './follower.ts';
export { FollowerInMemory } from './in-memory.ts';
