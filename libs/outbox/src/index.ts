export type { OutboxHandler, OutboxItem, OutboxLog } from './outbox-item.ts';
export { OutboxRelay } from './outbox-relay.ts';
export type { RelaySettings } from './outbox-relay.ts';
export { notifyOutboxSql, outboxChannel, upsertOutboxSql } from './outbox-statements.ts';
