/** Settings every room is started with; each reads what it needs. */
export interface RoomSettings {
  /** URL of the owner role. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string; readonly clock: string };
  /** 32 bytes, base64. */
  readonly masterKey: string;
  /** Master keys of before, oldest last. */
  readonly olderMasterKeys: readonly string[];
  readonly host: string;
  readonly port: number;
  /** What links in mails begin with; no slash at the end. */
  readonly publicUrl: string;
  readonly demo: boolean;
  /** `host:port` */
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly smtpUrl: string;
  /** Sender of notices where the profile names none. */
  readonly officeMailbox: string | undefined;
  /** File for what goes wrong behind the pages. */
  readonly problemLog: string;
}

/** A room that is open. */
interface OpenRoom {
  close(): Promise<void>;
}

/** A demo person to be shown with the address. */
export interface DemoPerson {
  readonly name: string;
  readonly role: string;
}

/** What the supervisor starts, in this order. Loaded when needed: the page must not wait for the worker's code. */
export interface Rooms {
  /** Loads the code that the first page needs; called while the database starts, in a process of its own. */
  load(): Promise<void>;
  /** Schema, roles, and what an older version left of the records. @returns the workflow ids of those whose log does not fold */
  migrate(settings: RoomSettings): Promise<readonly string[]>;
  seed(settings: RoomSettings): Promise<readonly DemoPerson[]>;
  openApi(settings: RoomSettings): Promise<OpenRoom & { readonly url: string }>;
  openWorker(settings: RoomSettings): Promise<OpenRoom>;
  openNotifier(settings: RoomSettings): Promise<OpenRoom>;
}
