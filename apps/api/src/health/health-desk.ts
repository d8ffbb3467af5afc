import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { healthFacts, startSigns, troubleOf, withoutMunicipality, type SignsOfLife } from '#libs/persistence';
import type { HealthView } from '#libs/views';
import { type DataSource } from 'typeorm';
import { databaseAway, judgedHealth } from './judged-health.ts';

const anything = { name: 'health-ready', text: 'select 1' };

/** Looks at what tells whether procedures and mail are going, and tells that these pages serve; nothing here is about a record. */
export class HealthDesk implements OnApplicationBootstrap, BeforeApplicationShutdown {
  readonly #clockRole: DataSource;
  #signs: SignsOfLife | undefined;

  /** @param clockRole connections of the role that sees all municipalities' dates */
  constructor(clockRole: DataSource) {
    this.#clockRole = clockRole;
  }

  onApplicationBootstrap(): void {
    // What failed is asked for by `look`.
    this.#signs = startSigns(this.#clockRole, { name: 'api', onMissed: () => undefined });
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.#signs?.close();
  }

  /** The whole house. Our own sign of life is the test of writing. */
  async look(): Promise<HealthView> {
    try {
      return judgedHealth(await healthFacts(this.#clockRole), troubleOf(this.#signs?.failure));
    } catch {
      return databaseAway;
    }
  }

  /** Can this process serve? Nobody else's absence counts: pages without worker are of use, and another API has it no better. */
  async isReady(): Promise<boolean> {
    try {
      await withoutMunicipality(this.#clockRole, anything, []);
      return true;
    } catch {
      return false;
    }
  }
}
