import { Injectable } from '@nestjs/common';
import type { IsoDate } from '#libs/calendar';
import { listScopeOf } from '#libs/access';
import type { RecordKind } from '#libs/contracts';
import { CursorError, membersOf, type Transaction } from '#libs/persistence';
import type { Colleague, Page } from '#libs/views';
import { DataSource } from 'typeorm';
import { Municipalities, type MunicipalityToday } from '../municipality/municipalities.ts';
import { cursorUnreadable } from '../problem/edge-problems.ts';
import { actorOf, type Viewer } from '../session/viewer.ts';
import type { PageQuery } from '../shape/page-query.dto.ts';
import { asViewer } from './tenant.ts';

/** What a list is made with: the viewer's municipality today, its staff, and the one transaction everything is read in. */
export interface ListMoment {
  readonly tx: Transaction;
  readonly today: MunicipalityToday;
  readonly people: readonly Colleague[];
}

interface PageRequest {
  readonly after: string | undefined;
  readonly limit: number | undefined;
}

/** How one list is read and shown. */
interface Listing<Row, Item> {
  readonly query: PageQuery;
  readonly read: (moment: ListMoment, request: PageRequest) => Promise<Page<Row>>;
  readonly show: (rows: readonly Row[], moment: ListMoment) => readonly Item[] | Promise<readonly Item[]>;
}

/** Reads lists as every list is read: within the viewer's municipality, page by page, from narrow rows. */
@Injectable()
export class ListDesk {
  readonly #app: DataSource;
  readonly #municipalities: Municipalities;

  constructor(app: DataSource, municipalities: Municipalities) {
    this.#app = app;
    this.#municipalities = municipalities;
  }

  /** @throws 400 when the cursor is none of ours */
  async page<Row, Item, More extends object = object>(
    viewer: Viewer,
    { query, read, show }: Listing<Row, Item>,
    more?: (moment: ListMoment) => Promise<More>,
  ): Promise<Page<Item> & More> {
    return asViewer(this.#app, viewer, async (tx) => {
      const moment = { tx, today: this.#municipalities.today(viewer.municipality), people: await membersOf(tx) };
      const { items, next } = await withCursor(async () => read(moment, { after: query.after, limit: query.limit }));
      return { ...((await more?.(moment)) ?? ({} as More)), items: await show(items, moment), next };
    });
  }

  /** The same for records of a kind: the office finds all of the municipality, an agency its own, whoever else none. */
  async records<Row, Item>(
    viewer: Viewer,
    kind: RecordKind,
    listing: Omit<Listing<Row, Item>, 'read'> & {
      readonly read: (
        tx: Transaction,
        request: PageRequest & { readonly agency: string | undefined; readonly today: IsoDate },
      ) => Promise<Page<Row>>;
    },
  ): Promise<Page<Item>> {
    const { rules, today } = this.#municipalities.today(viewer.municipality);
    const scope = listScopeOf(actorOf(viewer), kind, rules);
    if (scope.kind === 'nothing') return { items: [], next: null };
    const agency = scope.kind === 'agency' ? scope.agency : undefined;
    return this.page(viewer, {
      ...listing,
      read: async ({ tx }, request) => listing.read(tx, { ...request, agency, today }),
    });
  }
}

/** @throws 400 when a cursor in it is none of ours */
export async function withCursor<T>(page: () => Promise<T>): Promise<T> {
  try {
    return await page();
  } catch (error) {
    if (error instanceof CursorError) throw cursorUnreadable();
    throw error;
  }
}
