import { describe, expect, it } from '@jest/globals';
import type { RecordKind } from '#libs/contracts';
import { agencyOf } from '../rules/municipality-rules.ts';
import { definitionOf } from '../definitions.ts';
import { situations } from '../testing/case-situations.ts';
import * as say from '../testing/case-script.ts';
import { DomainDesk } from '../testing/domain-desk.ts';
import { makeCase, place } from '../testing/make-case.ts';
import { townRules } from '../testing/town-rules.ts';
import { clock, coordinator, workflow } from '../testing/town-people.ts';
import { agencyOfActor } from './actor.ts';
import type { KeptState } from './keeping.ts';
import { isSystem, touches } from './transact.ts';

describe('one order', () => {
  it('touches the records that it speaks to: the case on a sitting, the sittings of a person who withdraws or consents again', () => {
    const { desk, ref } = situations.onPlanMeeting();
    const sitting = desk.case(ref).placements[0]?.sittingId;
    const touched = (command: { type: string }): readonly string[] =>
      touches({ ref, command }, desk.state(ref), definitionOf, desk.context(coordinator)).map(({ id }) => id);
    expect(touched(say.withdraws(desk))).toEqual([ref.id, sitting]);
    expect(touched(say.withdraws(desk, say.son))).toEqual([ref.id]);
    expect(touched(say.consents(desk))).toEqual([ref.id]);
    desk.done(ref, say.withdraws(desk));
    expect(touched(say.withdraws(desk))).toEqual([ref.id]);
    expect(touched(say.consents(desk))).toEqual([ref.id, sitting]);
  });

  it("is stale when the part it changes is not the one that was seen, and lets other people's notes pass", () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    const version = desk.case(ref).parts[`consent/${say.mother}`] ?? 0;
    desk.done(ref, say.sendHandoff(desk, { main: false, to: 'kikan' }));
    desk.passOpenDays(4);
    expect(desk.give(ref, say.consents(desk), coordinator, version).kind).toBe('changes');
    expect(desk.ask(ref, say.consents(desk), coordinator, version)).toEqual({
      kind: 'stale',
      part: `consent/${say.mother}`,
      version: version + 1,
    });
    // a note states no part
    expect(desk.ask(ref, { type: 'acknowledge-role', agency: 'kikan' }, coordinator, 99).kind).toBe('refused');
  });

  it('leaves no change behind when nothing happened', () => {
    const { desk, ref } = makeCase();
    expect(desk.ask(ref, { type: 'enforce' }, clock)).toEqual({ kind: 'changes', changes: [] });
  });

  it("counts each event of the state in seq, the keeping's too", () => {
    const { desk, ref } = makeCase({ stage: 'closed' });
    expect(desk.case(ref).seq).toBe(desk.logs.get(ref.id)?.length);
  });

  it('gives each notice a key of its own within the record', () => {
    const { desk, ref } = makeCase({ stage: 'closed' });
    const keys = desk.notices.filter((one) => one.ref.id === ref.id).map(({ notice }) => notice.key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(keys.length).toBeGreaterThan(5);
  });

  it('a record shows itself to its lead, its participants and whoever is asked to take over', () => {
    const { desk, ref } = makeCase({ stage: 'handoff' });
    expect(definitionOf('support-case').agencies(desk.state(ref))).toEqual(['houkatsu', 'office']);
    const { sitting } = place({ desk, ref });
    const seeing = (): readonly string[] => definitionOf('sitting').agencies(desk.state(sitting));
    desk.done(sitting, say.callSitting(desk, ['shakyo']));
    // On the agenda or called: that alone tells nobody (R24).
    expect(seeing()).toEqual([]);
    desk.system(sitting, 'send-invitations');
    expect(seeing()).toEqual(['shakyo']);
  });
});

const folded = (kind: RecordKind, state: KeptState | undefined, type: string): KeptState =>
  definitionOf(kind).apply(state, { type, v: 1 });

describe('logs', () => {
  it('cannot begin in the middle, nor hold an event that nobody knows', () => {
    const { desk, ref } = makeCase({ stage: 'accepted' });
    for (const record of [ref, place({ desk, ref }).sitting]) {
      const { kind } = record;
      const definition = definitionOf(kind);
      expect(() => folded(kind, undefined, 'case-screened')).toThrow('cannot begin');
      expect(() => folded(kind, desk.state(record), 'weather-changed')).toThrow('weather-changed');
      expect(() => definition.decide(undefined, { type: 'close-sitting' }, desk.context(), record)).toThrow(
        'does not exist',
      );
    }
  });

  it('of a broken case tell which handoff is missing', () => {
    const { desk, ref } = makeCase();
    const accepted = {
      type: 'handoff-accepted',
      v: 2,
      handoffId: 'handoff-lost',
      on: '2026-06-01',
      answerText: null,
      agency: 'office',
      leads: false,
      membershipId: null,
      stage: 'accepted',
      assessments: 0,
    };
    expect(() => definitionOf('support-case').apply(desk.state(ref), accepted)).toThrow('handoff-lost');
  });

  it('are not folded before older events were brought up to date', () => {
    const { desk, ref } = makeCase();
    const old = { type: 'main-line-joined', v: 1, personId: 'resident-mother', on: '2026-06-01' };
    expect(() => definitionOf('support-case').apply(desk.state(ref), old)).toThrow('was not brought up to 2');
  });
});

describe('actors and agencies', () => {
  it('workflow and clock act for nobody and are no people', () => {
    expect([workflow, clock, coordinator].map(isSystem)).toEqual([true, true, false]);
    expect([workflow, clock, coordinator].map(agencyOfActor)).toEqual([undefined, undefined, 'office']);
    expect(agencyOfActor({ kind: 'invitee', agency: 'kikan', invitationId: 'invitation-1' })).toBe('kikan');
  });

  it('an agency that is in no profile is a fault, not an answer', () => {
    expect(() => agencyOf(townRules(), 'nobody')).toThrow('nobody');
    expect(new DomainDesk().rules.municipality).toBe('town');
  });
});
