import { ApiProperty } from '@nestjs/swagger';
import { replyKinds, type Invitation, type MunicipalityRules, type ReplyKind, type SittingState } from '#libs/domain';
import { bodyName } from '../records/sitting-title.ts';

const replyStates = ['open', 'late', 'moved', 'cancelled', 'held'] as const;
type ReplyState = (typeof replyStates)[number];

export class GivenReply {
  @ApiProperty({ type: String, enum: [...replyKinds] })
  readonly reply!: ReplyKind;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly at!: string;
}

/** All that the outside sees behind its link: when, where, its own answer. Never a case (R62). */
export class ReplyView {
  @ApiProperty({ type: String })
  readonly bodyName!: string;

  @ApiProperty({ type: 'integer' })
  readonly ordinal!: number;

  @ApiProperty({ type: String, format: 'date' })
  readonly heldOn!: string;

  @ApiProperty({ type: String })
  readonly startsAt!: string;

  @ApiProperty({ type: String })
  readonly endsAt!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly place!: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  readonly replyDueOn!: string | null;

  @ApiProperty({ type: () => GivenReply, nullable: true })
  readonly answered!: GivenReply | null;

  @ApiProperty({ type: String, enum: [...replyStates] })
  readonly state!: ReplyState;

  @ApiProperty({ type: String, nullable: true })
  readonly agencyName!: string | null;

  @ApiProperty({ type: String })
  readonly officeName!: string;

  @ApiProperty({ type: String, nullable: true })
  readonly officePhone!: string | null;

  @ApiProperty({ type: Boolean })
  readonly demo!: boolean;
}

export interface ReplyFacts {
  readonly state: SittingState;
  readonly invitation: Invitation;
  readonly place: string | null;
  readonly rules: MunicipalityRules;
  readonly today: string;
  readonly officeName: string;
  readonly officePhone: string | null;
  readonly demo: boolean;
  /** Date or place moved after this agency had been asked: it is asked anew. */
  readonly movedSinceAsked: boolean;
}

/** Builds the page of a reply link. Pure. */
export function replyView({
  state,
  invitation,
  place,
  rules,
  today,
  officeName,
  officePhone,
  demo,
  movedSinceAsked,
}: ReplyFacts): ReplyView {
  const { reply, repliedAtMs } = invitation;
  return {
    bodyName: bodyName(rules, state.body),
    ordinal: state.ordinal,
    heldOn: state.heldOn,
    startsAt: state.startsAt,
    endsAt: state.endsAt,
    place,
    replyDueOn: state.replyDueOn,
    answered: reply === null || repliedAtMs === null ? null : { reply, at: new Date(repliedAtMs).toISOString() },
    state: replyState(state, invitation, today, movedSinceAsked),
    agencyName: rules.agencies.find(({ code }) => code === invitation.agency)?.name ?? null,
    officeName,
    officePhone,
    demo,
  };
}

function replyState(state: SittingState, { reply }: Invitation, today: string, movedSinceAsked: boolean): ReplyState {
  if (state.stage === 'cancelled') return 'cancelled';
  if (state.stage === 'held' || state.stage === 'closed') return 'held';
  if (reply !== null) return 'open';
  if (state.replyDueOn !== null && today > state.replyDueOn) return 'late';
  return movedSinceAsked ? 'moved' : 'open';
}
