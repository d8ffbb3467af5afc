import type { IsoDate } from '#libs/calendar';
import { type Fact, quiet } from '../../command/event.ts';
import { text } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { isClosed } from '../stage.ts';

/**
 * 連絡の約束 put right: a wrong one can bring somebody into danger, so it may be changed as long as anybody gets in touch. That there is none
 * any more is written, not left empty: a form sent by mistake must not wipe a promise out.
 */
export const changeContactRules = command('change-contact-rules', {
  part: 'contact-rules',
  fields: { contactRulesText: text('contact-rules', 4_000) },
  stands: ({ intake: { contactRulesText } }) => ({ contactRulesText }),
  likely: () => ({}),
  refusal: ({ stage }) => (isClosed(stage) ? refuse('case.ended') : undefined),
  decide: (_state, { contactRulesText }, { today }) => [
    { type: 'contact-rules-changed', v: 1, on: today, contactRulesText },
  ],
});

interface ContactRulesChanged extends Fact<'contact-rules-changed', 1> {
  readonly on: IsoDate;
  readonly contactRulesText: TextId;
}

export const contactRulesChanged = event<ContactRulesChanged>('contact-rules-changed', 1, {
  fold: (state, { contactRulesText }) => ({ ...state, intake: { ...state.intake, contactRulesText } }),
  raises: () => ['contact-rules'],
  area: () => ({ kind: 'mainLine' }),
  // The panel of the intake shows the newest.
  tells: null,
  ...quiet,
});
