import { mayRead, readingGround, type Basis, type ReadAction } from '#libs/access';
import type { IsoDate } from '#libs/calendar';
import {
  agencyOfActor,
  areaOwed,
  resultsOf,
  seatOpens,
  type Actor,
  type AgencyCode,
  type AgendaItem,
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

  /** Where it stands, who was asked and has answered, which cases are on it: the office that runs it and its managers, without content. */
  get oversees(): boolean {
    return this.#may('sitting.oversee');
  }

  /** The viewer is of the office that runs the programme. */
  get ofOffice(): boolean {
    const { competentSection, coordinatingBody } = this.#asked.rules;
    return this.agency === competentSection || this.agency === coordinatingBody;
  }

  /** What is written about the sitting itself: why at short notice, who comes instead of whom. */
  get general(): boolean {
    return this.#may('sitting.read-texts');
  }

  /** The items the viewer may know of: for the office all, for an agency those on which its seat is open (R24); of one that was called off none. */
  get items(): SittingState['items'] {
    return this.#asked.state.items.filter(({ id }) => this.seesItem(id));
  }

  seesItem(itemId: string): boolean {
    if (this.oversees) return true;
    const kase = this.#caseWith(itemId);
    const placement = kase?.placements.find((one) => one.itemId === itemId);
    if (this.#asked.state.stage === 'cancelled' || this.agency === undefined || !kase || !placement) return false;
    return seatOpens(kase, placement, this.agency, this.#membershipId) !== 'nothing';
  }

  /** What one agency was asked and has answered: itself, and the office. */
  seesInvitation(agency: AgencyCode | undefined): boolean {
    return this.oversees || (agency !== undefined && agency === this.agency);
  }

  /** Who was there: for the office all; for an agency itself, and who sat on the items that it reads. */
  sawPresent(agency: AgencyCode): boolean {
    return (
      this.seesInvitation(agency) || this.items.some((item) => item.agencies.includes(agency) && this.item(item.id))
    );
  }

  /** What was put before the members of an item, while what it rests on holds: a consent that ended closes it also afterwards (R7). */
  item(itemId: string): boolean {
    return this.#may('item.read-texts', itemId) && (this.general || this.#isOpenInCase(itemId));
  }

  /** Whom of the household the viewer is asked about when a 案件 may end the support: the secretariat's task, until it has a 協議結果. */
  householdOf({ caseId, kind, purpose, disposition }: AgendaItem): CaseState['persons'] {
    const { cases, rules, today, state: sitting } = this.#asked;
    const state = cases.get(caseId);
    const asked =
      sitting.stage === 'held' &&
      disposition === null &&
      resultsOf({ kind, purpose }).includes('ended') &&
      this.#isSecretariat;
    if (!state || !asked) return [];
    const reading = new CaseReading(this.#viewer, { state, rules, today }, this.#mayRead);
    return state.persons.filter(({ id }) => reading.knows(id));
  }

  get #membershipId(): string {
    return this.#viewer.kind === 'person' ? this.#viewer.membershipId : '';
  }

  get #isSecretariat(): boolean {
    return (
      this.oversees && this.ofOffice && this.#viewer.kind === 'person' && this.#viewer.posts.includes('coordinator')
    );
  }

  /** The ground on which an item is read, for what is written down of it (R64). */
  groundOf(itemId: string): Basis | undefined {
    const { state, rules, today } = this.#asked;
    return readingGround(
      this.#viewer,
      'item.read-texts',
      { ref: { kind: 'sitting' }, state, rules, today },
      { itemId },
    );
  }

  /** Is it told that this is owed? */
  owes(key: string, holder: AgencyCode | undefined): boolean {
    if (this.oversees || (holder !== undefined && holder === this.agency)) return true;
    const area = areaOwed(key);
    return area.kind === 'invitation' && this.seesInvitation(this.#agencyInvitedBy(area.invitationId));
  }

  seesInvitationOf(invitationId: string): boolean {
    return this.seesInvitation(this.#agencyInvitedBy(invitationId));
  }

  #agencyInvitedBy(invitationId: string): AgencyCode | undefined {
    return this.#asked.state.invitations.find(({ id }) => id === invitationId)?.agency;
  }

  #isOpenInCase(itemId: string): boolean {
    const { rules, today } = this.#asked;
    const state = this.#caseWith(itemId);
    return state !== undefined && new CaseReading(this.#viewer, { state, rules, today }, this.#mayRead).item(itemId);
  }

  #caseWith(itemId: string): CaseState | undefined {
    const { state, cases } = this.#asked;
    return cases.get(state.items.find(({ id }) => id === itemId)?.caseId ?? '');
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
