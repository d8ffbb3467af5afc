import type { CaseState } from '#libs/domain';
import { textIdsIn } from '#libs/persistence';
import { casePieces } from './case-pieces.ts';
import type { CaseReading } from './case-reading.ts';

/** Which texts of the case's state this viewer may read. */
export const readableCaseTexts = (reading: CaseReading, state: CaseState): ReadonlySet<string> =>
  new Set(
    casePieces(state)
      .filter(({ action, asked }) => reading.may(action, asked))
      .flatMap(({ holds }) => [...textIdsIn(holds)]),
  );
