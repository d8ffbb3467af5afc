import type { CaseState, ContactEntry, DecisionTask, Evaluation, Handoff, Intake, Sheet } from '#libs/domain';
import type { LoggedEvent } from '../../records/history-view.ts';
import type { TextsRead } from '../../records/texts-read.ts';

interface Masked {
  readonly masked?: true;
}

/** The object with its texts as contents. */
type Read<T, K extends keyof T> = Omit<T, K> & { readonly [N in K]: string | null } & Masked;

export interface WorkView {
  readonly intake: Read<Intake, 'storyText' | 'reporterText' | 'contactRulesText'>;
  readonly handoffs: readonly Read<Handoff, 'messageText' | 'answerText'>[];
  readonly track: Omit<CaseState['track'], 'outreach'> & {
    readonly outreach: Read<NonNullable<CaseState['track']['outreach']>, 'preContactText'> | null;
  };
  readonly placements: CaseState['placements'];
  readonly sheets: readonly Read<Sheet, 'text'>[];
  readonly contacts: readonly Read<ContactEntry, 'text'>[];
  readonly tasks: readonly Read<DecisionTask, 'text'>[];
  readonly monitoring: CaseState['monitoring'];
  readonly monitoringEntries: readonly Read<ContactEntry, 'text'>[];
  readonly evaluation: Omit<CaseState['evaluation'], 'record'> & {
    readonly record: Read<Evaluation, 'personsViewText' | 'staffOpinionText' | 'remainingText'> | null;
  };
  readonly ending: CaseState['ending'];
  readonly interruption: CaseState['interruption'];
  readonly followUps: CaseState['followUps'];
  readonly withdrawals: CaseState['withdrawals'];
}

/** What was written and done on the case, with the texts this viewer may read. */
export function workView(state: CaseState, texts: TextsRead, events: readonly LoggedEvent[]): WorkView {
  const withText = <T extends { readonly text: string | null }>(entry: T): Read<T, 'text'> => ({
    ...entry,
    text: texts.of(entry.text),
    ...texts.mask(entry.text),
  });
  // Both lie among the contacts; which of them was a モニタリング the log says.
  const monitored = new Set(
    events.filter(({ type }) => type === 'monitoring-recorded').map(({ payload }) => payload['entryId']),
  );
  const { outreach } = state.track;
  const { record } = state.evaluation;
  return {
    intake: {
      ...state.intake,
      storyText: texts.of(state.intake.storyText),
      reporterText: texts.of(state.intake.reporterText),
      contactRulesText: texts.of(state.intake.contactRulesText),
      ...texts.mask(state.intake.storyText),
    },
    handoffs: state.handoffs.map((handoff) => ({
      ...handoff,
      messageText: texts.of(handoff.messageText),
      answerText: texts.of(handoff.answerText),
      ...texts.mask(handoff.messageText),
    })),
    track: {
      ...state.track,
      outreach: outreach && {
        ...outreach,
        preContactText: texts.of(outreach.preContactText),
        ...texts.mask(outreach.preContactText),
      },
    },
    placements: state.placements,
    sheets: state.sheets.map(withText),
    contacts: state.contacts.filter(({ id }) => !monitored.has(id)).map(withText),
    tasks: state.tasks.map(withText),
    monitoring: state.monitoring,
    monitoringEntries: state.contacts.filter(({ id }) => monitored.has(id)).map(withText),
    evaluation: {
      ...state.evaluation,
      record: record && {
        ...record,
        personsViewText: texts.of(record.personsViewText),
        staffOpinionText: texts.of(record.staffOpinionText),
        remainingText: texts.of(record.remainingText),
        ...texts.mask(record.personsViewText),
      },
    },
    ending: state.ending,
    interruption: state.interruption,
    followUps: state.followUps,
    withdrawals: state.withdrawals,
  };
}
