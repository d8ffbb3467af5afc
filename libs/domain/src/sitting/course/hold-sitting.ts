import type { IsoDate } from '#libs/calendar';
import { firstOf } from '../../case/refusals.ts';
import { type Fact, quiet } from '../../command/event.ts';
import { agencies, code } from '../../command/fields.ts';
import { refuse } from '../../record/context.ts';
import type { MeetingKind } from '../../rules/municipality-rules.ts';
import type { SittingState } from '../sitting-state.ts';
import { seatsAfter } from '../agenda/seats-on-items.ts';
import { command, event, unlessIn } from '../sitting-unit.ts';
import { sittingNow } from './times.ts';

/** The wording read aloud or signed at each kind of meeting (R35); its version is kept with the attendance. */
export const confidentialityTextVersions = {
  supportMeeting: '106-6-2026-04',
  planMeeting: 'consent-2026-04',
} as const satisfies Record<MeetingKind, string>;

/** Who was there, how 守秘義務の確認 was done, who presided. */
export const holdSitting = command('hold-sitting', {
  fields: {
    present: agencies(1),
    acknowledgement: code(['readAloud', 'signed']),
    chair: code(['manager', 'deputy']),
  },
  part: 'sitting',
  stands: sittingNow,
  likely: (_state, ctx) => ({ present: [ctx.rules.competentSection] }),
  links: (state, { present, acknowledgement, chair }, sitting) =>
    state.attendance
      ? []
      : seatsAfter(state, { ...state, attendance: { present, acknowledgement, chair, textVersion: '' } }, sitting),
  refusal: (state, given, ctx) => {
    const office = [ctx.rules.competentSection, ctx.rules.coordinatingBody];
    const stranger = given.present.find(
      (agency) => !office.includes(agency) && !state.invitations.some((invitation) => invitation.agency === agency),
    );
    return firstOf(
      unlessIn(state, ['called'], given),
      ctx.today < state.heldOn && refuse('sitting.before-its-day', { heldOn: state.heldOn }),
      given.present.length === 0 && refuse('sitting.nobody-present'),
      stranger !== undefined && refuse('sitting.not-invited', { agency: stranger }),
    );
  },
  decide: ({ kind }, { present, acknowledgement, chair }, ctx) => [
    {
      type: 'sitting-held',
      v: 1,
      on: ctx.today,
      present,
      acknowledgement,
      textVersion: confidentialityTextVersions[kind],
      chair,
    },
  ],
});

type SittingHeld = NonNullable<SittingState['attendance']> &
  Fact<'sitting-held', 1> & {
    readonly on: IsoDate;
  };
export const sittingHeld = event<SittingHeld>('sitting-held', 1, {
  fold: (state, { present, acknowledgement, textVersion, chair }) => ({
    ...state,
    stage: 'held',
    attendance: { present, acknowledgement, textVersion, chair },
  }),
  raises: () => ['sitting'],
  area: () => ({ kind: 'work' }),
  tells: null,
  ...quiet,
  // Its items count when they were discussed: with their 協議結果.
  counts: (_event, { kind }) => [`sitting.${kind}`],
});
