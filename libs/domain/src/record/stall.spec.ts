import { describe, expect, it } from '@jest/globals';
import { contextAt } from '../testing/town-people.ts';
import { townRules } from '../testing/town-rules.ts';
import { obligationKinds, type Expectation, type Obligation } from './obligation.ts';
import { schedule } from './schedule.ts';
import { movesByItself, obligationTable } from './obligation-table.ts';
import { stallCauses } from './stall-causes.ts';
import { stallOf } from './stall.ts';
import { stepNotices } from './step-notices.ts';

const owed = (kind: Obligation['kind'], dueOn: string, changes: Partial<Expectation> = {}): Obligation =>
  schedule(
    { key: `${kind}/1`, kind, holder: { agency: 'kikan', post: 'staff' }, blocking: true, dueOn, ...changes },
    'case-1',
    contextAt('2026-06-01'),
  );
const causeOf = (...obligations: readonly Obligation[]): string | undefined =>
  stallOf(obligations, true, '2026-06-01')?.cause;

describe('the one cause of a stall', () => {
  it('is what blocks and is due first; what does not block is none', () => {
    expect(causeOf(owed('approval', '2026-06-10'), owed('handoff-answer', '2026-06-09'))).toBe('handoffUnanswered');
    expect(causeOf(owed('approval', '2026-06-10'), owed('handoff-answer', '2026-06-09', { blocking: false }))).toBe(
      'approvalAwaited',
    );
    expect(causeOf(owed('monitoring-round', '2026-06-09', { blocking: false }))).toBeUndefined();
  });

  it('is decided between equal dates by the order of the causes, whatever the order of what is owed', () => {
    const kinds: readonly Obligation['kind'][] = [
      'follow-up',
      'plan-end',
      'evaluation',
      'approval',
      'sheet',
      'reply',
      'handoff-answer',
      'consent',
    ];
    for (let from = 0; from < kinds.length; from += 1) {
      const some = kinds.slice(0, kinds.length - from).map((kind) => owed(kind, '2026-06-10'));
      const causes = some.map(({ kind }) => stallCauses.indexOf(obligationTable[kind].cause));
      expect(causeOf(...some)).toBe(stallCauses[Math.min(...causes)]);
      expect(causeOf(...some.toReversed())).toBe(causeOf(...some));
    }
  });

  it('[R42] is nobody in charge before everything, then a frozen item: both stall at once', () => {
    const vacant = owed('person-in-charge', '2026-06-30');
    const frozen = owed('frozen-item', '2026-06-09');
    const late = owed('handoff-answer', '2026-06-02');
    expect(causeOf(frozen, late, vacant)).toBe('personInChargeVacant');
    expect(causeOf(late, frozen)).toBe('itemFrozen');
    expect(stallOf([frozen], true, '2026-06-01')?.fromMs).toBe(0);
    expect(stallOf([late], true, '2026-06-01')?.fromMs).toBe(late.dueAtMs);
  });

  it('says what is missing, who can supply it and since when: from the day it was asked', () => {
    expect(stallOf([owed('sheet', '2026-06-10')], true, '2026-04-01')).toMatchObject({
      cause: 'assessmentSheetMissing',
      key: 'sheet/1',
      since: '2026-06-01',
      dueOn: '2026-06-10',
      holder: { agency: 'kikan', post: 'staff' },
    });
  });

  it('is a fault of ours when an open record owes nothing at all, and nothing when it is closed', () => {
    expect(stallOf([], true, '2026-06-01')).toMatchObject({ cause: 'noObligation', fromMs: 0, holder: null });
    expect(stallOf([], false, '2026-06-01')).toBeUndefined();
  });

  it('has causes of their own for a late call, a late holding and a missing 協議結果', () => {
    expect(causeOf(owed('call', '2026-06-10'))).toBe('callOverdue');
    expect(causeOf(owed('hold-sitting', '2026-06-10'))).toBe('holdingUnrecorded');
    expect(causeOf(owed('disposition', '2026-06-10'))).toBe('resultUnrecorded');
  });

  it('is not the waiting for a sitting: its delay counts at the sitting, once', () => {
    expect(causeOf(owed('sitting-awaited', '2026-06-09'))).toBeUndefined();
    expect(causeOf(owed('sitting-awaited', '2026-06-09'), owed('plan-draft', '2026-06-10'))).toBe('taskOverdue');
  });

  it('has a cause for every kind of obligation', () => {
    for (const kind of obligationKinds) expect(stallCauses).toContain(obligationTable[kind].cause);
  });
});

it('counts an evaluation from the day it began, not from the day its date was set', () => {
  const evaluation = { ...owed('evaluation', '2026-09-30'), askedOn: '2026-07-01' };
  const begun = { ...evaluation, ladder: [{ step: 'start', on: '2026-09-10', atMs: 1 }] as const };
  expect(stallOf([{ ...begun, taken: 0 }], true, '2026-06-01')?.since).toBe('2026-07-01');
  expect(stallOf([{ ...begun, taken: 1 }], true, '2026-06-01')?.since).toBe('2026-09-10');
});

describe('whom a ladder step is told to', () => {
  const told = (
    step: 'reminder' | 'escalation' | 'expiry' | 'start',
    changes: Partial<Expectation>,
    kind: Obligation['kind'] = 'sheet',
  ): string => {
    const obligation = owed(kind, '2026-06-10', changes);
    const kept = { id: 'case-1', seq: 1, parts: {}, calls: [], obligations: { [obligation.key]: obligation } };
    return stepNotices(
      { type: 'obligation-step-taken', v: 1, key: obligation.key, step, on: '2026-06-11', index: 0 },
      kept,
      contextAt('2026-06-11'),
    )
      .map(({ kind, recipient }) => `${kind} ${recipient.agency}/${recipient.to}`)
      .join();
  };
  const holder = (agency: string, post: Obligation['holder']['post']): Partial<Expectation> => ({
    holder: { agency, post },
  });

  it('再度のお願い goes to the one asked', () => {
    expect(told('reminder', holder('kikan', 'staff'))).toBe('reminder kikan/desk');
    expect(told('reminder', holder('kikan', 'personInCharge'))).toBe('reminder kikan/desk');
    expect(told('reminder', holder('office', 'coordinator'))).toBe('reminder office/coordinator');
    expect(told('reminder', holder('office', 'manager'))).toBe('reminder office/manager');
    expect(told('reminder', holder('kikan', 'head'))).toBe('reminder kikan/head');
  });

  it('所属長への連絡 goes to the head of its agency; above a head or the coordinator to the manager, above the manager to the deputy', () => {
    expect(told('escalation', holder('kikan', 'staff'))).toBe('escalation kikan/head');
    expect(told('escalation', holder('kikan', 'head'))).toBe('escalation office/manager');
    expect(told('escalation', holder('office', 'coordinator'))).toBe('escalation office/manager');
    expect(told('escalation', holder('office', 'manager'))).toBe('escalation office/deputy');
  });

  it('[R85] skips the asker: who asked its own agency is not told of its own silence, the manager is', () => {
    expect(told('escalation', { ...holder('kikan', 'staff'), askedBy: 'kikan' })).toBe('escalation office/manager');
    expect(told('escalation', { ...holder('kikan', 'staff'), askedBy: 'office' })).toBe('escalation kikan/head');
  });

  it('所属長への連絡 never goes to who was asked: every kind of what is owed × every holder', () => {
    const posts = ['staff', 'personInCharge', 'head', 'coordinator', 'manager'] as const;
    const rules = townRules();
    for (const kind of obligationKinds)
      for (const agency of ['kikan', 'office'])
        for (const post of posts)
          for (const askedBy of [undefined, 'kikan', 'office']) {
            const changes = { ...holder(agency, post), ...(askedBy === undefined ? {} : { askedBy }) };
            const upwards = told('escalation', changes, kind);
            // An invitation asks the head of the body, whoever of it owes the answer.
            const asked = kind === 'reply' ? `${agency}/head` : told('reminder', changes, kind).split(' ')[1];
            expect([kind, agency, post, upwards]).not.toEqual([kind, agency, post, `escalation ${asked ?? ''}`]);
            // In the section the head is its manager: one person.
            if (asked === `${rules.competentSection}/head`)
              expect([kind, agency, post, upwards]).toEqual([kind, agency, post, 'escalation office/deputy']);
          }
  });

  it('expiry and start are told by what follows from them', () => {
    expect(told('expiry', {})).toBe('');
    expect(told('start', {})).toBe('');
  });

  it('the section in charge is the one that hears where the coordinating body is a contractor', () => {
    const rules = townRules({ coordinatingBody: 'shakyo' });
    const obligation = owed('sheet', '2026-06-10', holder('shakyo', 'coordinator'));
    const kept = { id: 'case-1', seq: 1, parts: {}, calls: [], obligations: { [obligation.key]: obligation } };
    expect(
      stepNotices(
        { type: 'obligation-step-taken', v: 1, key: obligation.key, step: 'escalation', on: '2026-06-11', index: 0 },
        kept,
        contextAt('2026-06-11', undefined, { rules }),
      ),
    ).toEqual([{ kind: 'escalation', recipient: { agency: 'office', to: 'manager' }, obligationKind: 'sheet' }]);
  });
});

describe('what moves by itself', () => {
  const moves = (kind: Obligation['kind'], dueOn: string, taken = 0): boolean =>
    movesByItself({ ...owed(kind, dueOn), taken });

  it('is what a procedure settles and what only waits for another record or a day; the rest are tasks of people', () => {
    expect(obligationKinds.filter((kind) => obligationTable[kind].moves === 'itself')).toEqual([
      'sitting-awaited',
      'monitoring-round',
      'next-step',
    ]);
    expect(moves('next-step', '2026-06-10')).toBe(true);
    expect(moves('plan-draft', '2026-06-10')).toBe(false);
  });

  it('is an evaluation, the end of a plan, a follow-up until the day on which it begins, and not after', () => {
    for (const kind of ['evaluation', 'plan-end', 'follow-up', 'interruption-review'] as const) {
      expect([kind, moves(kind, '2026-12-01')]).toEqual([kind, true]);
      expect([kind, moves(kind, '2026-12-01', 1)]).toEqual([kind, false]);
    }
  });
});
