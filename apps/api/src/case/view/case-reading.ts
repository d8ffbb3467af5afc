import { mayRead, type ReadAction } from '#libs/access';
import type { IsoDate } from '#libs/calendar';
import {
  agencyOfActor,
  areaOwed,
  itemClassesOf,
  seatOpens,
  type Actor,
  type AgencyCode,
  type CaseState,
  type MunicipalityRules,
} from '#libs/domain';
import { seesOwedAboutPerson } from './owed-about-persons.ts';

/** What of the case is asked about. */
export type AskedOfCase = NonNullable<Parameters<typeof mayRead>[3]>;

/** The case, and for which day in Asia/Tokyo and under which rules is asked. */
interface Asked {
  readonly state: CaseState;
  readonly rules: MunicipalityRules;
  readonly today: IsoDate;
}

/** What of a case this viewer may read, kind of content by kind of content, each asked of libs/access (R24, R65). */
export class CaseReading {
  readonly agency: AgencyCode | undefined;
  /** '' for whoever is no member. */
  readonly membershipId: string;
  readonly #viewer: Actor;
  readonly #asked: Asked;
  readonly #mayRead: typeof mayRead;

  /** `may` is the table of libs/access; tests of the views put grounds of their own in its place. */
  constructor(viewer: Actor, asked: Asked, may = mayRead) {
    this.#viewer = viewer;
    this.#asked = asked;
    this.#mayRead = may;
    this.agency = agencyOfActor(viewer);
    this.membershipId = viewer.kind === 'person' ? viewer.membershipId : '';
  }

  /** The viewer is of the office that runs the programme. */
  get ofOffice(): boolean {
    const { competentSection, coordinatingBody } = this.#asked.rules;
    return this.agency === competentSection || this.agency === coordinatingBody;
  }

  /** What is written at the beginning and about the course of the case. */
  get general(): boolean {
    return this.may('case.read-texts');
  }

  /** What is the office's own: whom it rings up. */
  get secretariat(): boolean {
    return this.may('board.read');
  }

  /** What was told at the intake: by consent only to those who may know all that it is about (R2). */
  get story(): boolean {
    return this.may('case.read-texts', { itemClasses: itemClassesOf(this.#asked.state, 'story') });
  }

  get contactRules(): boolean {
    return this.may('case.read-texts', { itemClasses: itemClassesOf(this.#asked.state, 'contactRules') });
  }

  get triedSchemes(): boolean {
    return this.may('case.read-texts', { itemClasses: itemClassesOf(this.#asked.state, 'triedSchemes') });
  }

  /** More than the own letter: where the work stands, who owes what. */
  get work(): boolean {
    return this.general || this.may('case.read-work');
  }

  get reporter(): boolean {
    return this.may('intake.read-reporter');
  }

  /** All that is known of one person. */
  person(personId: string): boolean {
    return this.may('case.read-texts', { personId, itemClasses: itemClassesOf(this.#asked.state, 'person') });
  }

  /** Who it is: also where nothing else is for this viewer. */
  knows(personId: string): boolean {
    return this.may('person.read', { personId });
  }

  handoff(handoffId: string): boolean {
    return this.may('handoff.read-texts', { handoffId });
  }

  /** 支援会議での検討, and an entry somebody wrote in it, about these persons or everybody of the household. */
  track(writtenBy: AgencyCode = '', personIds?: readonly string[]): boolean {
    return this.may('track.read-texts', { writtenBy, ...(personIds ? { personIds } : {}) });
  }

  /** What came of an agenda item; a 決定事項 is read by who is to do it, too. */
  item(itemId: string, writtenBy: AgencyCode = ''): boolean {
    return this.may('case-item.read-texts', { itemId, writtenBy });
  }

  /** モニタリング, 評価 and what follows the end. */
  support(writtenBy: AgencyCode = ''): boolean {
    return this.may('support.read-texts', { writtenBy });
  }

  /** … as far as it is about one person. */
  supportOf(personId: string): boolean {
    return this.may('support.read-texts', { writtenBy: '', personIds: [personId] });
  }

  /** That there is a 支援会議での検討, and where it stands. */
  get onTrack(): boolean {
    return this.may('track.read');
  }

  /**
   * Does the viewer learn that the case stood on this item? The lead agency, the office and its managers, and who sat on it (R24); of an
   * item of a 支援会議 only those of them who may know of the track.
   */
  seesItem(itemId: string): boolean {
    const { state, rules } = this.#asked;
    const item = [...state.placements, ...state.droppedPlacements].find((one) => one.itemId === itemId);
    if (!this.work || this.agency === undefined) return false;
    if (item && seatOpens(state, item, this.agency, this.membershipId) !== 'nothing') return true;
    return (
      [state.leadAgency, rules.competentSection, rules.coordinatingBody].includes(this.agency) &&
      (item?.kind === 'planMeeting' || this.onTrack)
    );
  }

  /** What an agency asked the secretariat for is between the two of them. */
  seesRequest(requestId: string): boolean {
    const request = this.#asked.state.meetingRequests.find(({ id }) => id === requestId);
    if (request === undefined) return this.secretariat;
    return this.secretariat || this.may('meeting-request.read-texts', { writtenBy: request.by });
  }

  /** A 決定事項: for who is to do it, and for who learns of the item it came from. */
  seesTask({ itemId, agency }: Pick<CaseState['tasks'][number], 'itemId' | 'agency'>): boolean {
    return agency === this.agency || this.seesItem(itemId);
  }

  /** Who takes part by a meeting is known where the meeting is: of a 支援会議 to those on its track. */
  seesParticipant({ agency, basis }: CaseState['participants'][number]): boolean {
    if (basis !== 'meeting' || agency === this.agency || this.onTrack) return true;
    const { placements, past } = this.#asked.state;
    return (
      past.consulted.includes(agency) ||
      placements.some(({ kind, agencies }) => kind === 'planMeeting' && agencies.includes(agency))
    );
  }

  /** Is it told that this is owed? Who owes it knows; before it took the case an agency knows nothing else of it. */
  owes(key: string, holder: AgencyCode | undefined): boolean {
    if (holder !== undefined && holder === this.agency) return true;
    if (!this.work || !seesOwedAboutPerson(this, this.#asked.state, key)) return false;
    const area = areaOwed(key);
    switch (area.kind) {
      case 'track':
        return this.onTrack;
      case 'item':
        return this.seesItem(area.itemId);
      case 'request':
        return this.seesRequest(area.requestId);
      case 'task': {
        const task = this.#asked.state.tasks.find(({ id }) => id === area.taskId);
        return task !== undefined && this.seesTask(task);
      }
      case 'own':
        return this.secretariat;
      default:
        return true;
    }
  }

  /** The question itself, for what the pieces of a case say of themselves. */
  may(action: ReadAction, subject?: AskedOfCase): boolean {
    const { state, rules, today } = this.#asked;
    return this.#mayRead(this.#viewer, action, { ref: { kind: 'support-case' }, state, rules, today }, subject);
  }
}
