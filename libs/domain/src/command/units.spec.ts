import { describe, expect, it } from '@jest/globals';
import type { RecordKind } from '#libs/contracts';
import { stages } from '../case/stage.ts';
import { definitionOf } from '../definitions.ts';
import type { AnyEvent } from '../record/transact.ts';
import { situations } from '../testing/case-situations.ts';
import { makeCase, type MadeCase } from '../testing/make-case.ts';
import type { Area } from './event.ts';
import type { Field, Fields } from './fields.ts';
import { offeredBy } from './offered.ts';

const areas: Readonly<Record<Area['kind'], true>> = {
  work: true,
  mainLine: true,
  track: true,
  support: true,
  secretariat: true,
  person: true,
  personOnTrack: true,
  handoff: true,
  agenda: true,
  item: true,
  request: true,
  task: true,
  invitation: true,
  withdrawal: true,
};
const kinds: readonly RecordKind[] = ['support-case', 'sitting'];

/** A case in every stage and situation, with the sittings that belong to it. */
const cases: readonly MadeCase[] = [
  ...stages.map((stage) => makeCase({ stage })),
  ...Object.values(situations).map((make) => make()),
];
const logged = (kind: RecordKind): readonly AnyEvent[] =>
  cases.flatMap(({ desk }) =>
    [...desk.refs.values()].filter((ref) => ref.kind === kind).flatMap(({ id }) => desk.logs.get(id) ?? []),
  );

describe.each(kinds)('what is said of the events of a %s', (kind) => {
  const { events } = definitionOf(kind);

  it('stands under the type of each, in the version that is written today', () => {
    for (const [type, unit] of Object.entries(events)) expect(unit.type).toBe(type);
    for (const { type, v } of logged(kind)) expect(events[type]?.v).toBe(v);
  });

  it('names an area that access knows, for whom its line is', () => {
    for (const event of logged(kind)) {
      const area = events[event.type]?.area?.(event as never);
      if (area) expect(areas).toHaveProperty(area.kind);
      for (const id of Object.values(area ?? {})) expect(id === undefined || id === '').toBe(false);
    }
  });

  it('tells texts that the event has', () => {
    for (const event of logged(kind))
      for (const text of events[event.type]?.tells ?? []) expect(Object.keys(event)).toContain(text);
  });
});

const parts = (fields: Fields): readonly (readonly [string, Field])[] =>
  Object.entries(fields).flatMap(([name, field]) => [
    [name, field] as const,
    ...('fields' in field ? parts(field.fields) : []),
  ]);

describe.each(kinds)('the commands of a %s', (kind) => {
  const { beginnings, commands } = definitionOf(kind);
  const all = [...Object.values(beginnings), ...Object.values(commands)];

  it('name their texts as texts, and nothing else', () => {
    for (const { type, fields } of all)
      for (const [name, field] of parts(fields))
        expect([type, name, name === 'text' || name.endsWith('Text')]).toEqual([type, name, field.kind === 'text']);
  });

  it('have no field that would be taken for a refusal or a type', () => {
    for (const { fields } of all) expect(Object.keys(fields)).not.toEqual(expect.arrayContaining(['code']));
    for (const { fields } of all) expect(Object.keys(fields)).not.toEqual(expect.arrayContaining(['type']));
  });
});

it('a likely command is refused for what the case is, never for what was filled in', () => {
  const { commands } = definitionOf('support-case');
  for (const { desk, ref } of cases)
    for (const { command, refusal } of offeredBy(Object.values(commands), desk.state(ref), desk.context())) {
      expect([command, refusal?.params?.['field']]).toEqual([command, undefined]);
      expect(['agency.unknown', 'command.unknown', 'plan.goals-missing', 'task.reason-missing']).not.toContain(
        refusal?.code,
      );
    }
});
