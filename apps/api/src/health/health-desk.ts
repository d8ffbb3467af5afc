import { Injectable } from '@nestjs/common';
import { healthFacts } from '#libs/persistence';
import { DataSource } from 'typeorm';
import type { HealthView } from '#libs/views';
import { databaseAway, judgedHealth } from './judged-health.ts';

/** Looks at what tells whether procedures and mail are going; nothing here is about a record. */
@Injectable()
export class HealthDesk {
  readonly #clockRole: DataSource;

  /** @param clockRole connections of the role that sees all municipalities' dates */
  constructor(clockRole: DataSource) {
    this.#clockRole = clockRole;
  }

  async look(): Promise<HealthView> {
    try {
      return judgedHealth(await healthFacts(this.#clockRole));
    } catch {
      return databaseAway;
    }
  }
}
