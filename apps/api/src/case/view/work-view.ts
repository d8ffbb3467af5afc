import type { CaseState, Evaluation, Intake } from '#libs/domain';
import type { CaseView } from '#libs/views';
import type { TextsRead } from '../../records/texts-read.ts';
import type { CaseReading } from './case-reading.ts';

type Outreach = NonNullable<CaseState['track']['outreach']>;
/** The part of a case's page that is about the work. */
type WorkView = Pick<
  CaseView,
  'intake' | 'track' | 'monitoring' | 'evaluation' | 'ending' | 'interruption' | 'followUps'
>;

/** What stands once on the page of a case, with the texts and codes this viewer may read. */
export const workView = (state: CaseState, texts: TextsRead, reading: CaseReading): WorkView => ({
  intake: intakeView(state.intake, texts, reading),
  track: reading.onTrack
    ? { ...state.track, outreach: outreachView(state.track.outreach, texts, reading) }
    : untold.track,
  monitoring: reading.work ? state.monitoring : untold.monitoring,
  evaluation: reading.work
    ? { ...state.evaluation, record: evaluationView(state.evaluation.record, texts) }
    : untold.evaluation,
  // Somebody died, moved away, took it back: that it ended is for all who work on it, why is not.
  ending: reading.work && state.ending ? { ...state.ending, ...(reading.general ? {} : { reason: null }) } : null,
  interruption: reading.work ? state.interruption : null,
  followUps: reading.work ? state.followUps : [],
});

/** Stands where the work is not for this viewer, as if nothing had begun. */
const untold: Pick<WorkView, 'track' | 'monitoring' | 'evaluation'> = {
  track: { state: 'none', nextReviewOn: null, candidacies: 0, reviews: 0, outreach: null },
  monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
  evaluation: { n: 0, dueOn: null, due: false, record: null },
};

function intakeView(
  intake: Intake,
  texts: TextsRead,
  { general, story, triedSchemes, reporter }: CaseReading,
): WorkView['intake'] {
  return {
    ...intake,
    ...(general ? {} : { version: null }),
    ...(story ? {} : { concerns: [], worstConcern: null }),
    ...(triedSchemes ? {} : { triedSchemes: [] }),
    masked: !story,
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
