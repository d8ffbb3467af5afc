import type { CaseState, ContactEntry, Evaluation, Intake, Placement } from '#libs/domain';
import type { CaseView, ContactView } from '#libs/views';
import type { LoggedEvent } from '../../records/history-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';
import { seesWithdrawal } from './case-telling.ts';
import { monitoredIn } from './readable-texts.ts';

type Outreach = NonNullable<CaseState['track']['outreach']>;
/** The part of a case's page that is about the work. */
type WorkView = Pick<
  CaseView,
  | 'intake'
  | 'handoffs'
  | 'track'
  | 'placements'
  | 'sheets'
  | 'contacts'
  | 'tasks'
  | 'monitoring'
  | 'monitoringEntries'
  | 'evaluation'
  | 'ending'
  | 'interruption'
  | 'followUps'
  | 'withdrawals'
>;

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
  const withText = <T extends { readonly text: string | null }>(entry: T): T & { readonly masked: boolean } => ({
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
    track: reading.work
      ? { ...state.track, outreach: outreachView(state.track.outreach, texts, reading) }
      : untold.track,
    placements: state.placements.filter(({ agencies }) => reading.seesItem(agencies)).map(placementView(reading)),
    sheets: ofWork(state.sheets).map(withText),
    contacts: ofWork(state.contacts.filter(({ id }) => !monitored.has(id))).map(contactView),
    tasks: ofWork(state.tasks).map(withText),
    monitoring: reading.work ? state.monitoring : untold.monitoring,
    monitoringEntries: ofWork(state.contacts.filter(({ id }) => monitored.has(id))).map(contactView),
    evaluation: reading.work
      ? { ...state.evaluation, record: evaluationView(state.evaluation.record, texts) }
      : untold.evaluation,
    // Somebody died, moved away, took it back: that it ended is for all who work on it, why is not.
    ending: reading.work && state.ending ? { ...state.ending, ...(reading.general ? {} : { reason: null }) } : null,
    interruption: reading.work ? state.interruption : null,
    followUps: ofWork(state.followUps),
    withdrawals: state.withdrawals.filter((one) => seesWithdrawal(reading, one)),
  };
}

/** Stands where the work is not for this viewer, as if nothing had begun. */
const untold: Pick<WorkView, 'track' | 'monitoring' | 'evaluation'> = {
  track: { state: 'none', nextReviewOn: null, candidacies: 0, reviews: 0, outreach: null },
  monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
  evaluation: { n: 0, dueOn: null, due: false, record: null },
};

function intakeView(intake: Intake, texts: TextsRead, { general, reporter }: CaseReading): WorkView['intake'] {
  return {
    ...intake,
    ...(general ? {} : { version: null, concerns: [], worstConcern: null, triedSchemes: [] }),
    masked: !general,
    storyText: texts.of(intake.storyText),
    reporterText: texts.of(intake.reporterText),
    contactRulesText: texts.of(intake.contactRulesText),
    // Not even that somebody told is for those who may not know who.
    reporterMasked: !reporter,
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
    ...(reading.track() ? {} : { met: null }),
    masked: !reading.track(),
  };

// Whose consent was taken back, for which agency, is nobody's who looks at the item.
const placementView =
  (reading: CaseReading) =>
  ({ withdrawn: _withdrawn, ...placement }: Placement): WorkView['placements'][number] =>
    reading.item(placement.itemId)
      ? { ...placement, masked: false }
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
