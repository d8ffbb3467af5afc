export { NotYet } from './outbox-item.ts';
export type { OutboxHandler, OutboxItem, OutboxLog } from './outbox-item.ts';
export { OutboxRelay } from './outbox-relay.ts';
