export { followCase } from './support-case.ts';
