import { Injectable } from '@nestjs/common';
import { supportCaseDefinition, withEntries, type CaseState, type Context, type LeftEntry } from '#libs/domain';
import {
  databaseNowMs,
  LeftEntries,
  membersOf,
  ReadingRecorder,
  textIdsIn,
  TextReader,
  type IsShown,
  type LoggedEvent,
  type ToldEvents,
  type Transaction,
} from '#libs/persistence';
import type { Colleague } from '#libs/views';
import { DataSource } from 'typeorm';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { withCursor } from '../records/list-desk.ts';
import { historyTextIds, isToldBy, type TellOf } from '../records/history-view.ts';
import { RecordShelf } from '../records/record-shelf.ts';
import { asViewer } from '../records/tenant.ts';
import { TextsRead } from '../records/texts-read.ts';
import { idsToldOf } from '../records/told-of.ts';
import { actorOf, giverOf, type Viewer } from '../session/viewer.ts';
import { CaseReading } from './view/case-reading.ts';
import { caseTelling } from './view/case-telling.ts';
import { listsOf } from './view/leaving-lists.ts';
import { readableCaseTexts } from './view/readable-texts.ts';
import { readingDisclosures } from './view/reading-disclosures.ts';

/** What one answer shows of a case beside its state: entries that have left it, lines of its history. */
interface Chosen {
  readonly entries: readonly LeftEntry[];
  readonly events: readonly LoggedEvent[];
  /** Without what stands in the state. */
  readonly withoutState?: boolean;
}

/** Where what is shown is chosen from. */
interface Choice {
  readonly tx: Transaction;
  readonly id: string;
  readonly left: LeftEntries;
  readonly reading: CaseReading;
  /** Does this viewer learn that the entry is there? */
  readonly isShown: IsShown;
  /** Which lines of the history this viewer learns of. */
  readonly toldOf: ToldEvents;
}

/** A case as this viewer reads it. */
export interface ReadCase {
  /** With the chosen entries in their lists. */
  readonly state: CaseState;
  readonly ctx: MunicipalityToday & Context;
  readonly people: readonly Colleague[];
  readonly texts: TextsRead;
  /** What this viewer may read, and how much of each event is told. */
  readonly reading: CaseReading;
  readonly tellOf: TellOf;
}

const nothingIn = (state: CaseState): CaseState => ({
  ...state,
  ...Object.fromEntries(supportCaseDefinition.leavingLists.map((list) => [list, []])),
});

/** Reads a case for somebody, in one transaction in which is also written down who read what (R64). */
@Injectable()
export class CaseDesk {
  readonly #app: DataSource;
  readonly #shelf: RecordShelf;
  readonly #texts: TextReader;
  readonly #readings: ReadingRecorder;
  readonly #municipalities: Municipalities;

  constructor(
    app: DataSource,
    shelf: RecordShelf,
    texts: TextReader,
    readings: ReadingRecorder,
    municipalities: Municipalities,
  ) {
    this.#app = app;
    this.#shelf = shelf;
    this.#texts = texts;
    this.#readings = readings;
    this.#municipalities = municipalities;
  }

  /** @throws 404 when there is no such case for this viewer, 400 when a cursor is none of ours */
  async read<C extends Chosen, T>(
    viewer: Viewer,
    id: string,
    choose: (choice: Choice) => Promise<C>,
    show: (read: ReadCase, chosen: C) => T,
  ): Promise<T> {
    const ctx = { ...this.#municipalities.today(viewer.municipality), actor: actorOf(viewer) };
    return asViewer(this.#app, viewer, async (tx) => {
      const record = await this.#shelf.caseIn(tx, giverOf(viewer), id);
      const readingOf = (state: CaseState): CaseReading => new CaseReading(ctx.actor, { state, ...ctx });
      const left = new LeftEntries(tx, record);
      // A 決定事項 is there for who sat on its item, also when both have left the state.
      const seats = await left.ofAgency('placements', viewer.agency);
      /** With everything that these lines name, whether it stands in the state or has left it. */
      const knownWith = async (entries: readonly LeftEntry[], events: readonly LoggedEvent[]): Promise<CaseState> =>
        withItems(
          withEntries(record.state, [
            ...entries,
            ...without(entries, await left.named(idsToldOf(supportCaseDefinition.events, events))),
          ]),
          left,
        );
      const chosen = await withCursor(async () =>
        choose({
          ...{ tx, id, left, reading: readingOf(record.state), isShown: isShownIn(record.state, seats, readingOf) },
          toldOf: async (events) => {
            const known = await knownWith([], events);
            return isToldBy(caseTelling(readingOf(known), known));
          },
        }),
      );
      const { entries, events, withoutState = false } = chosen;
      const state = withEntries(withoutState ? nothingIn(record.state) : record.state, entries);
      const known = await knownWith(entries, events);
      const reading = readingOf(known);
      const tellOf = caseTelling(reading, known);
      const readable = readableCaseTexts(reading, state);
      const wanted = withoutState ? new Set([...textIdsIn(entries)].filter((text) => readable.has(text))) : readable;
      const contents = await this.#texts.read(tx, id, [...wanted, ...historyTextIds(events, tellOf)]);
      this.#readings.record(tx, {
        recordId: id,
        reader: ctx.actor,
        what: contents.size > 0 ? 'case-texts' : 'case',
        disclosures: readingDisclosures(known, ctx, reading, {
          state,
          texts: new Set(contents.keys()),
          events,
          tellOf,
        }),
        atMs: databaseNowMs(this.#app),
      });
      const people = await membersOf(tx);
      return show(
        { state, ctx: { ...ctx, members: people }, people, texts: new TextsRead(contents), reading, tellOf },
        chosen,
      );
    });
  }
}

const without = (there: readonly LeftEntry[], entries: readonly LeftEntry[]): readonly LeftEntry[] =>
  entries.filter(({ list, id, seq }) => !there.some((one) => one.id === id && one.list === list && one.seq === seq));

/** An entry is there for the viewer when the page would show it. */
const isShownIn =
  (state: CaseState, seats: readonly LeftEntry[], readingOf: (state: CaseState) => CaseReading): IsShown =>
  (entry) => {
    const known = withEntries(state, [entry, ...without([entry], seats)]);
    const shown = { texts: new TextsRead(new Map()), people: [], reading: readingOf(known) };
    const lists = listsOf({ state: withEntries(nothingIn(state), [entry]), ...shown });
    return Object.values(lists).some((list) => list.length > 0);
  };

/** With the agenda items that 決定事項 came from: who sat there reads them, also when the item has left the state. */
async function withItems(state: CaseState, left: LeftEntries): Promise<CaseState> {
  const there = new Set(state.placements.map(({ itemId }) => itemId));
  const missing = new Set(state.tasks.map(({ itemId }) => itemId).filter((itemId) => !there.has(itemId)));
  return withEntries(state, await left.named([...missing]));
}
