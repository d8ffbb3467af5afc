export { followSitting } from './sitting.ts';
