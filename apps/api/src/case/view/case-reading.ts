import { mayRead, type ReadAction } from '#libs/access';
import type { IsoDate } from '#libs/calendar';
import { agencyOfActor, type Actor, type AgencyCode, type CaseState, type MunicipalityRules } from '#libs/domain';

type Subject = Parameters<typeof mayRead>[3];

/** The case, and for which day in Asia/Tokyo and under which rules is asked. */
interface Asked {
  readonly state: CaseState;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
}

/** What of a case this viewer may read, kind of content by kind of content, each asked of libs/access (R24, R65). */
export class CaseReading {
  readonly agency: AgencyCode | undefined;
  readonly #viewer: Actor;
  readonly #asked: Asked;
  readonly #mayRead: typeof mayRead;

  /** `may` is the table of libs/access; tests of the views put grounds of their own in its place. */
  constructor(viewer: Actor, asked: Asked, may = mayRead) {
    this.#viewer = viewer;
    this.#asked = asked;
    this.#mayRead = may;
    this.agency = agencyOfActor(viewer);
  }

  /** What is written at the beginning and about the course of the case. */
  get general(): boolean {
    return this.#may('case.read-texts');
  }

  /** What is the office's own: whom it rings up. */
  get secretariat(): boolean {
    return this.#may('board.read');
  }

  /** More than the own letter: where the work stands, who owes what. */
  get work(): boolean {
    return this.general || this.#may('case.read-work');
  }

  get reporter(): boolean {
    return this.#may('intake.read-reporter');
  }

  get plans(): boolean {
    return this.#may('plan.read-texts');
  }

  person(personId: string): boolean {
    return this.#may('case.read-texts', { personId });
  }

  handoff(handoffId: string): boolean {
    return this.#may('handoff.read-texts', { handoffId });
  }

  /** 支援会議での検討, and an entry somebody wrote in it. */
  track(writtenBy: AgencyCode = ''): boolean {
    return this.#may('track.read-texts', { writtenBy });
  }

  /** What came of an agenda item; a 決定事項 is read by who is to do it, too. */
  item(itemId: string, writtenBy: AgencyCode = ''): boolean {
    return this.#may('case-item.read-texts', { itemId, writtenBy });
  }

  sheet(writtenBy: AgencyCode): boolean {
    return this.#may('sheet.read-texts', { writtenBy });
  }

  /** モニタリング, 評価 and what follows the end. */
  support(writtenBy: AgencyCode = ''): boolean {
    return this.#may('support.read-texts', { writtenBy });
  }

  /** Does the viewer learn that the case stood on this item? The lead agency, the office and its managers, and who sat on it (R24). */
  seesItem(agencies: readonly AgencyCode[]): boolean {
    const { state, rules } = this.#asked;
    const carrying: readonly AgencyCode[] = [
      state.leadAgency,
      rules.competentSection,
      rules.coordinatingBody,
      ...agencies,
    ];
    return this.work && this.agency !== undefined && carrying.includes(this.agency);
  }

  #may(action: ReadAction, subject?: Subject): boolean {
    const { state, rules, today } = this.#asked;
    return this.#mayRead(this.#viewer, action, { ref: { kind: 'support-case' }, state, rules, today }, subject);
  }
}
