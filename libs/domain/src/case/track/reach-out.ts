import type { IsoDate } from '#libs/calendar';
import { code, date, made, text } from '../../command/fields.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencyOfActor } from '../../record/actor.ts';
import { refuse } from '../../record/context.ts';
import type { AgencyCode } from '../../rules/municipality-rules.ts';
import type { TextId } from '../case-state.ts';
import { command, event } from '../case-units.ts';
import { contactMethods, contactResults, type ContactMethod, type ContactResult } from '../codes.ts';
import { firstOf } from '../refusals.ts';
import { trackNow } from './track-owed.ts';

/** 事前調整: how to reach the person is decided before the first contact (R15). */
export const recordPreContact = command('record-pre-contact', {
  part: 'track',
  stands: trackNow,
  fields: { on: date('done'), text: text('pre-contact', 10_000) },
  likely: () => ({}),
  refusal: ({ track }) =>
    firstOf(
      track.state !== 'outreach' && refuse('outreach.not-decided'),
      track.outreach?.preContactOn !== null && refuse('outreach.pre-contact-done'),
    ),
  decide: (_state, said) => [{ ...said, type: 'pre-contact-recorded', v: 1 }],
});

interface PreContactRecorded extends Fact<'pre-contact-recorded', 1> {
  readonly on: IsoDate;
  readonly text: TextId;
}

export const preContactRecorded = event<PreContactRecorded>('pre-contact-recorded', 1, {
  fold: (state, { on, text: written }) =>
    state.track.outreach
      ? {
          ...state,
          track: {
            ...state.track,
            outreach: { ...state.track.outreach, preContactOn: on, preContactText: written },
          },
        }
      : state,
  raises: () => ['track'],
  area: () => ({ kind: 'track' }),
  tells: null,
  ...quiet,
});

/** アウトリーチでの接触 (R15): never before the way was talked over (domain.md 1.2). */
export const recordContact = command('record-contact', {
  part: null,
  fields: {
    contactId: made(),
    on: date('done'),
    method: code(contactMethods),
    result: code(contactResults),
    nextContactOn: date('coming'),
    text: text('contact', 10_000),
  },
  likely: () => ({}),
  refusal: ({ track }) =>
    firstOf(
      track.state !== 'outreach' && refuse('outreach.not-decided'),
      track.outreach?.preContactOn === null && refuse('outreach.pre-contact-first'),
    ),
  decide: (state, said, ctx) => [
    {
      ...said,
      type: 'contact-recorded',
      v: 1,
      by: agencyOfActor(ctx.actor) ?? state.leadAgency,
      personIds: state.track.outreach?.personIds ?? [],
    },
  ],
});

interface ContactRecorded extends Fact<'contact-recorded', 1> {
  readonly contactId: string;
  readonly on: IsoDate;
  readonly method: ContactMethod;
  readonly result: ContactResult;
  readonly by: AgencyCode;
  /** Older ones: everybody of the household. */
  readonly personIds?: readonly string[];
  readonly nextContactOn: IsoDate;
  readonly text: TextId;
}

export const contactRecorded = event<ContactRecorded>('contact-recorded', 1, {
  fold: (state, { contactId, on, method, result, by, personIds, nextContactOn, text: written }) => ({
    ...state,
    contacts: [
      ...state.contacts,
      { id: contactId, on, method, result, by, ...(personIds ? { personIds } : {}), text: written },
    ],
    track: {
      ...state.track,
      nextReviewOn: nextContactOn,
      reviews: state.track.reviews + 1,
      outreach: state.track.outreach && {
        ...state.track.outreach,
        contacts: state.track.outreach.contacts + 1,
        met: state.track.outreach.met + (result === 'met' ? 1 : 0),
      },
    },
  }),
  raises: null,
  area: () => ({ kind: 'track' }),
  tells: null,
  ...quiet,
});
