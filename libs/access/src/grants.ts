import { bases, relations, roles, type Basis, type Relation, type Role } from './question.ts';

/** Allows what it names: any of these roles, in any of these relations, on any of these grounds. */
export interface Grant {
  readonly roles: readonly Role[];
  readonly relations: readonly Relation[];
  readonly bases: readonly Basis[];
}

export const grant = (who: readonly Role[], as: readonly Relation[], on: readonly Basis[] = bases): Grant => ({
  roles: who,
  relations: as,
  bases: on,
});

/** People who work on cases in an agency. */
export const workers: readonly Role[] = ['staff', 'head', 'coordinator'];
export const signedIn: readonly Role[] = ['staff', 'head', 'coordinator', 'manager', 'deputy'];
export const everybody: readonly Role[] = roles;
export const anyRelation: readonly Relation[] = relations;

/** The agency carries the case or takes part in it by more than one sitting. */
export const carrying: readonly Relation[] = ['lead', 'participant'];
/** … or was on one of its agenda items. */
export const takingPart: readonly Relation[] = ['lead', 'participant', 'itemMember'];
/** Grounds on which an agency reads what is written about people. */
export const grounds: readonly Basis[] = ['consent', 'supportMeeting106_6', 'ownRecord'];

/** The coordinator of the coordinating body moves every case of the municipality. */
export const coordinating: Grant = grant(['coordinator'], ['coordinatingBody']);
/** Only the municipality's own people convene a 支援会議; the coordinating body may convene what rests on consent (R23). */
export const convening: readonly Grant[] = [
  grant(['coordinator', 'manager'], ['competentSection']),
  grant(['coordinator'], ['coordinatingBody'], ['consent']),
];
/** The chair, the deputy or the secretariat, of a sitting that is theirs to hold. */
export const presiding: readonly Grant[] = [
  grant(['coordinator', 'manager', 'deputy'], ['competentSection']),
  grant(['coordinator'], ['coordinatingBody'], ['consent']),
];

export const workflowOnly: readonly Grant[] = [grant(['workflow'], anyRelation)];
export const clockOnly: readonly Grant[] = [grant(['clock'], anyRelation)];
/** Comes with another record's command in the same transaction, never from outside. */
export const linkedOnly: readonly Grant[] = [];
