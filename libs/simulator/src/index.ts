export { BrokenInvariant } from './invariants.ts';
export { RecordFollowers } from './record-followers.ts';
export { printYear } from './year-text.ts';
export { runYear, type YearOrder } from './town-year.ts';
export { SimulatedWorld, type WorldSettings } from './simulated-world.ts';
export { printSpread, runYears, spreadOf } from './year-spread.ts';
