import { Injectable } from '@nestjs/common';
import { healthFacts, type HealthFacts } from '#libs/persistence';
import { DataSource } from 'typeorm';
import type { HealthView } from './health-view.ts';

/** From when on each number is bad. The sweep re-inserts what is ten minutes late, so fifteen mean that it does not work. */
export const healthLimits = { heartbeatSeconds: 120, outboxSeconds: 900, dueMinutes: 15 } as const;

/** Looks at what tells whether procedures and mail are going; nothing here is about a record. */
@Injectable()
export class HealthDesk {
  readonly #clockRole: DataSource;

  constructor(clockRole: DataSource) {
    this.#clockRole = clockRole;
  }

  async look(): Promise<HealthView> {
    try {
      return healthOf(await healthFacts(this.#clockRole));
    } catch {
      // Whatever it is, the database did not answer the one question: that is the news.
      return { status: 'bad', database: 'away', workerSeconds: null, notifierSeconds: null, oldestOutboxSeconds: null, oldestDueMinutes: null, wrong: ['database'] };
    }
  }

  /** Do procedures lag behind, and how many minutes does the oldest passed date lie back? */
  async procedures(): Promise<{ readonly behind: boolean; readonly oldestDueMinutes: number | null }> {
    const { workerSeconds, oldestDueMinutes } = await this.look();
    return { behind: workerSeconds === null || workerSeconds > healthLimits.heartbeatSeconds || (oldestDueMinutes ?? 0) > healthLimits.dueMinutes, oldestDueMinutes };
  }
}

/** Judges the facts. */
export function healthOf(facts: HealthFacts): HealthView {
  const whole = (value: number | null | undefined): number | null => (value === null || value === undefined ? null : Math.max(0, Math.floor(value)));
  const workerSeconds = whole(facts.heartbeats['worker']);
  const notifierSeconds = whole(facts.heartbeats['notifier']);
  const oldestOutboxSeconds = whole(facts.oldestOutboxSeconds);
  const oldestDueMinutes = whole(facts.oldestDueMinutes);
  const silent = (seconds: number | null): boolean => seconds === null || seconds > healthLimits.heartbeatSeconds;
  const wrong = [
    ...(silent(workerSeconds) ? ['worker'] : []),
    ...(silent(notifierSeconds) ? ['notifier'] : []),
    ...((oldestOutboxSeconds ?? 0) > healthLimits.outboxSeconds ? ['outbox'] : []),
    ...((oldestDueMinutes ?? 0) > healthLimits.dueMinutes ? ['due'] : []),
  ];
  return { status: wrong.length === 0 ? 'ok' : 'bad', database: 'ok', workerSeconds, notifierSeconds, oldestOutboxSeconds, oldestDueMinutes, wrong };
}
