import { callMade, finishingFields, firstCall, unlessCalled } from '../../record/call-commands.ts';
import { refuse } from '../../record/context.ts';
import { redate } from '../../record/keeping.ts';
import { sittingExpectations } from '../sitting-expectations.ts';
import { command } from '../sitting-unit.ts';

/** 電話のお願い about the sitting was done. */
export const finishCall = command('finish-call', {
  fields: finishingFields,
  part: null,
  likely: firstCall,
  refusal: unlessCalled,
  decide: callMade,
});

/** The dates of what is owed are counted again, with the calendar and the profile of today. */
export const redateObligations = command('redate-obligations', {
  fields: {},
  part: null,
  likely: (state, ctx) =>
    redate(state, sittingExpectations(state, ctx), ctx).length > 0 ? {} : refuse('dates.as-counted'),
  decide: (state, _given, ctx) => redate(state, sittingExpectations(state, ctx), ctx),
});
