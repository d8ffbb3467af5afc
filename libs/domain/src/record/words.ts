import type { Word } from '../command/event.ts';
import type { AgencyCode } from '../rules/municipality-rules.ts';
import type { Context } from './context.ts';
import type { Notice } from './notice.ts';
import type { ObligationKind } from './obligation.ts';

type Kind = Notice['kind'];

/** To the desk of an agency; `owed` is what it is asked for. */
export const toDesk = (agency: AgencyCode, kind: Kind, owed?: ObligationKind): Word =>
  word(kind, { agency, to: 'desk' }, owed);
/** To the coordinator of 多機関協働. */
export const toCoordinator = ({ rules }: Context, kind: Kind, owed?: ObligationKind): Word =>
  word(kind, { agency: rules.coordinatingBody, to: 'coordinator' }, owed);
/** To the manager of the section in charge. */
export const toManager = ({ rules }: Context, kind: Kind, owed?: ObligationKind): Word =>
  word(kind, { agency: rules.competentSection, to: 'manager' }, owed);

const word = (kind: Kind, recipient: Notice['recipient'], obligationKind?: ObligationKind): Word => ({
  kind,
  recipient,
  ...(obligationKind === undefined ? {} : { obligationKind }),
});
