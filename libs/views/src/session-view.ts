import type { Post } from '#libs/domain';

/** Who is signed in. */
export interface SessionView {
  /** Id of the membership (UUID). */
  readonly membership: string;
  readonly displayName: string;
  readonly agency: string;
  readonly posts: readonly Post[];
  readonly municipality: { readonly code: string; readonly name: string };
  /** The demo runs: every page and print says so. */
  readonly demo: boolean;
}

/** Somebody of the demo, to be chosen at sign-in. Invented. */
export interface DemoPerson {
  readonly membershipId: string;
  readonly displayName: string;
  readonly agency: string;
  readonly agencyName: string;
  readonly posts: readonly Post[];
  /** What that person does. */
  readonly roleText: string;
}

export interface DemoPeople {
  readonly people: readonly DemoPerson[];
}
