import { mayRead, type ReadAction } from '#libs/access';
import type { IsoDate } from '#libs/calendar';
import {
  agencyOfActor,
  type Actor,
  type AgencyCode,
  type CaseState,
  type MunicipalityRules,
  type SittingState,
} from '#libs/domain';
import { CaseReading } from '../../case/view/case-reading.ts';

interface Asked {
  readonly state: SittingState;
  /** The cases on the sitting by id: whether consent still holds stands there. */
  readonly cases: ReadonlyMap<string, CaseState>;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
}

/** What of a sitting this viewer may read, asked of libs/access. */
export class SittingReading {
  readonly #viewer: Actor;
  readonly #asked: Asked;
  readonly #mayRead: typeof mayRead;

  /** `may` is the table of libs/access; tests of the views put grounds of their own in its place. */
  constructor(viewer: Actor, asked: Asked, may = mayRead) {
    this.#viewer = viewer;
    this.#asked = asked;
    this.#mayRead = may;
  }

  /** All of the sitting itself: the office that runs it and its managers. */
  get general(): boolean {
    return this.#may('sitting.read-texts');
  }

  /** The items the viewer may know of: for the office all, for an agency those it sits on (R24). */
  get items(): SittingState['items'] {
    return this.#asked.state.items.filter(({ agencies }) => this.seesItem(agencies));
  }

  seesItem(agencies: readonly AgencyCode[]): boolean {
    const own = agencyOfActor(this.#viewer);
    return this.general || (own !== undefined && agencies.includes(own));
  }

  /** What was put before the members of an item, while what it rests on holds: a consent that ended closes it also afterwards (R7). */
  item(itemId: string): boolean {
    return this.#may('item.read-texts', itemId) && (this.general || this.#isOpenInCase(itemId));
  }

  #isOpenInCase(itemId: string): boolean {
    const { state: sitting, cases, rules, today } = this.#asked;
    const state = cases.get(sitting.items.find(({ id }) => id === itemId)?.caseId ?? '');
    return state !== undefined && new CaseReading(this.#viewer, { state, rules, today }, this.#mayRead).item(itemId);
  }

  #may(action: ReadAction, itemId?: string): boolean {
    const { state, rules, today } = this.#asked;
    return this.#mayRead(
      this.#viewer,
      action,
      { ref: { kind: 'sitting' }, state, rules, today },
      itemId === undefined ? {} : { itemId },
    );
  }
}
