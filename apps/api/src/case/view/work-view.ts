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
  ending: reading.work && state.ending ? endingView(state.ending, texts, reading) : null,
  interruption: reading.work ? state.interruption : null,
  followUps: reading.work ? state.followUps : [],
});

/** How it stood for a person is that person's own, like what was said in the 評価. */
const endingView = (
  { standings = [], ...ending }: NonNullable<CaseState['ending']>,
  texts: TextsRead,
  reading: CaseReading,
): WorkView['ending'] => ({
  ...ending,
  ...(reading.general ? {} : { reason: null }),
  standings: standings
    .filter(({ personId }) => reading.supportOf(personId))
    .map((one) => ({ ...one, standingText: texts.of(one.standingText) })),
});

/** Stands where the work is not for this viewer, as if nothing had begun; of 支援会議での検討 not even that there is none. */
const untold: Pick<WorkView, 'track' | 'monitoring' | 'evaluation'> = {
  track: { state: null, nextReviewOn: null, candidacies: 0, reviews: 0, outreach: null },
  monitoring: { rounds: 0, open: false, nextOn: null, due: false, entries: 0 },
  evaluation: { n: 0, dueOn: null, due: false, record: null },
};

function intakeView(
  intake: Intake,
  texts: TextsRead,
  { general, story, triedSchemes, contactRules, reporter }: CaseReading,
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
    contactRulesMasked: !contactRules,
    triedSchemesMasked: !triedSchemes,
  };
}

const outreachView = (
  outreach: Outreach | null,
  texts: TextsRead,
  reading: CaseReading,
): WorkView['track']['outreach'] => {
  if (!outreach) return null;
  const { personIds, ...about } = outreach;
  const isRead = reading.track('', personIds);
  return {
    ...about,
    preContactText: texts.of(outreach.preContactText),
    ...(isRead ? {} : { met: null }),
    masked: !isRead,
  };
};

const withoutPersons = ({ personIds: _about, ...record }: Evaluation): Omit<Evaluation, 'personIds'> => record;

const evaluationView = (record: Evaluation | null, texts: TextsRead): WorkView['evaluation']['record'] => {
  if (!record) return null;
  const mask = texts.mask(record.personsViewText);
  return {
    ...withoutPersons(record),
    ...(mask.masked ? { goalOutcomes: {}, changes: [] } : {}),
    personsViewText: texts.of(record.personsViewText),
    staffOpinionText: texts.of(record.staffOpinionText),
    remainingText: texts.of(record.remainingText),
    ...mask,
  };
};
