import type {
  CaseState,
  ContactEntry,
  DecisionTask,
  Evaluation,
  Handoff,
  Intake,
  Placement,
  Sheet,
} from '#libs/domain';
import type { LoggedEvent } from '../../records/history-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';
import { seesWithdrawal } from './case-telling.ts';
import { monitoredIn } from './readable-texts.ts';

interface Masked {
  /** Texts and codes about people are left out: `null` and empty lists stand in their place. */
  readonly masked?: true;
}

/** The object with its texts as contents. */
type Read<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: string | null } & Masked;
/** The object with codes that may be left out. */
type Coded<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: T[N] | null };

type ContactView = Coded<Read<ContactEntry, 'text'>, 'method' | 'result'>;
type Outreach = NonNullable<CaseState['track']['outreach']>;

export interface WorkView {
  readonly intake: Coded<
    Read<Intake, 'storyText' | 'reporterText' | 'contactRulesText'>,
    'version' | 'worstConcern'
  > & { readonly reporterMasked?: true };
  readonly handoffs: readonly Read<Handoff, 'messageText' | 'answerText'>[];
  readonly track: Omit<CaseState['track'], 'outreach'> & {
    readonly outreach: Coded<Read<Outreach, 'preContactText'>, 'met'> | null;
  };
  readonly placements: readonly (Coded<Placement, 'purpose' | 'legalBasis'> & Masked)[];
  readonly sheets: readonly Read<Sheet, 'text'>[];
  readonly contacts: readonly ContactView[];
  readonly tasks: readonly Read<DecisionTask, 'text'>[];
  readonly monitoring: CaseState['monitoring'];
  readonly monitoringEntries: readonly ContactView[];
  readonly evaluation: Omit<CaseState['evaluation'], 'record'> & {
    readonly record: Read<Evaluation, 'personsViewText' | 'staffOpinionText' | 'remainingText'> | null;
  };
  readonly ending: CaseState['ending'];
  readonly interruption: CaseState['interruption'];
  readonly followUps: CaseState['followUps'];
  readonly withdrawals: CaseState['withdrawals'];
}

/**
 * What was written and done on the case, with the texts and codes this viewer may read. Whoever only has a つなぎ to answer sees its letter;
 * an agenda item is there for who may know of it (R24).
 */
export function workView(
  state: CaseState,
  texts: TextsRead,
  events: readonly LoggedEvent[],
  reading: CaseReading,
): WorkView {
  const withText = <T extends { readonly text: string | null }>(entry: T): Read<T, 'text'> => ({
    ...entry,
    text: texts.of(entry.text),
    ...texts.mask(entry.text),
  });
  const contactView = (entry: ContactEntry): ContactView => {
    const shown = withText(entry);
    return shown.masked ? { ...shown, method: null, result: null } : shown;
  };
  /** Of a list what may be known of it at all. */
  const ofWork = <T>(list: readonly T[]): readonly T[] => (reading.work ? list : []);
  const monitored = monitoredIn(events);
  return {
    intake: intakeView(state.intake, texts, reading),
    handoffs: state.handoffs
      .filter(({ id }) => reading.work || reading.handoff(id))
      .map((handoff) => ({
        ...handoff,
        messageText: texts.of(handoff.messageText),
        answerText: texts.of(handoff.answerText),
        ...texts.mask(handoff.messageText),
      })),
    track: { ...state.track, outreach: reading.work ? outreachView(state.track.outreach, texts, reading) : null },
    placements: state.placements.filter(({ agencies }) => reading.seesItem(agencies)).map(placementView(reading)),
    sheets: ofWork(state.sheets).map(withText),
    contacts: ofWork(state.contacts.filter(({ id }) => !monitored.has(id))).map(contactView),
    tasks: ofWork(state.tasks).map(withText),
    monitoring: state.monitoring,
    monitoringEntries: ofWork(state.contacts.filter(({ id }) => monitored.has(id))).map(contactView),
    evaluation: { ...state.evaluation, record: reading.work ? evaluationView(state.evaluation.record, texts) : null },
    ending: reading.work ? state.ending : null,
    interruption: reading.work ? state.interruption : null,
    followUps: ofWork(state.followUps),
    withdrawals: state.withdrawals.filter((one) => seesWithdrawal(reading, one)),
  };
}

function intakeView(intake: Intake, texts: TextsRead, { general, reporter }: CaseReading): WorkView['intake'] {
  return {
    ...intake,
    ...(general ? {} : { version: null, concerns: [], worstConcern: null, triedSchemes: [], masked: true as const }),
    storyText: texts.of(intake.storyText),
    reporterText: texts.of(intake.reporterText),
    contactRulesText: texts.of(intake.contactRulesText),
    // Not even that somebody told is for those who may not know who.
    ...(reporter ? {} : { reporterMasked: true as const }),
  };
}

const outreachView = (
  outreach: Outreach | null,
  texts: TextsRead,
  reading: CaseReading,
): WorkView['track']['outreach'] =>
  outreach && {
    ...outreach,
    preContactText: texts.of(outreach.preContactText),
    ...(reading.track() ? {} : { met: null, masked: true as const }),
  };

const placementView =
  (reading: CaseReading) =>
  (placement: Placement): WorkView['placements'][number] =>
    reading.item(placement.itemId)
      ? placement
      : { ...placement, purpose: null, legalBasis: null, result: null, personIds: [], masked: true };

const evaluationView = (record: Evaluation | null, texts: TextsRead): WorkView['evaluation']['record'] => {
  if (!record) return null;
  const mask = texts.mask(record.personsViewText);
  return {
    ...record,
    ...(mask.masked ? { goalOutcomes: {}, changes: [] } : {}),
    personsViewText: texts.of(record.personsViewText),
    staffOpinionText: texts.of(record.staffOpinionText),
    remainingText: texts.of(record.remainingText),
    ...mask,
  };
};
