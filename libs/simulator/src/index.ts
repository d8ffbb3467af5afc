export { BrokenInvariant, checkChange } from './invariants.ts';
export { RecordFollowers, type Give } from './record-followers.ts';
export { seededRandom, type SeededRandom } from './seeded-random.ts';
export { runYear, type YearOrder, type YearReport } from './town-year.ts';
export { printYear } from './year-text.ts';
export { SimulatedWorld, type LoggedEvent, type WorldSettings } from './simulated-world.ts';
