import { callsFor, type CallRules } from '../../record/call.ts';
import {
  callMade,
  finishingFields,
  firstCall,
  undeliveredFields,
  undeliveredNotice,
  unlessCalled,
  wasToldAtOnce,
} from '../../record/call-commands.ts';
import { refuse } from '../../record/context.ts';
import { redate } from '../../record/keeping.ts';
import { caseExpectations } from '../case-expectations.ts';
import type { CaseState } from '../case-state.ts';
import { command } from '../case-units.ts';
import { alreadySo } from '../refusals.ts';

/** A word about a case helps until what it asks for is due. */
export const caseCalls: CallRules<CaseState> = {};

/** 電話のお願い about the case was done. */
export const finishCall = command('finish-call', {
  fields: finishingFields,
  part: null,
  likely: firstCall,
  refusal: unlessCalled,
  decide: callMade,
});

/** Given by the notifier: a mail came back, or there is no mailbox. The secretariat says it by phone. */
export const reportUndelivered = command('report-undelivered', {
  fields: undeliveredFields,
  part: null,
  likely: null,
  refusal: (_state, said, ctx) => (wasToldAtOnce(undeliveredNotice(said), ctx) ? alreadySo : undefined),
  decide: (state, said, ctx) => callsFor(state, [undeliveredNotice(said)], 'undelivered', caseCalls, ctx),
});

/** The dates of what is owed are counted again, with the calendar and the profile of today. */
export const redateObligations = command('redate-obligations', {
  fields: {},
  part: null,
  likely: (state, ctx) =>
    redate(state, caseExpectations(state, ctx), ctx).length > 0 ? {} : refuse('dates.as-counted'),
  decide: (state, _said, ctx) => redate(state, caseExpectations(state, ctx), ctx),
});
