import { beforeAll, describe, expect, it } from '@jest/globals';
import { accessPolicy } from '#libs/access';
import type { RecordKind } from '#libs/contracts';
import { definitionOf, type Fields } from '#libs/domain';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { DescribedCommand } from '../../apps/api/src/command/body-class.ts';
import { recordAddresses, type RecordAddress } from '../../apps/api/src/command/record-addresses.ts';
import { describeWithoutDatabase } from '../../apps/api/src/description/describe-without-database.ts';
import { casePanelCommands } from '../../apps/web/src/case/case-panel-commands.ts';
import { ja } from '../../apps/web/src/messages/ja.ts';
import { sittingPanelCommands } from '../../apps/web/src/sitting/sitting-panel-commands.ts';
import { townRules } from '../../libs/domain/src/testing/town-rules.ts';

// Real: the units of all kinds of record, the API's description, the access table, the words and the sources of the pages.

interface Place extends DescribedCommand {
  readonly address: RecordAddress;
  readonly begins: boolean;
}

const everyCommand: readonly Place[] = Object.values(recordAddresses).flatMap((address) => [
  ...address.beginnings.map((unit) => ({ address, begins: true, ...unit })),
  ...address.commands.map((unit) => ({ address, begins: false, ...unit })),
]);

const words: Readonly<Record<string, string>> = ja;
const pagesRoom = join(import.meta.dirname, '../../apps/web/src');
const sources = readdirSync(pagesRoom, { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.tsx?$/u.test(name) && !name.includes('.spec.') && !name.startsWith('messages'))
  .map((name) => ({ name, text: readFileSync(join(pagesRoom, name), 'utf8') }));
const named = (type: string, where: RegExp): boolean =>
  sources.some(({ name, text }) => where.test(name) && text.includes(`'${type}'`));

const inPanels = new Set<string>([...casePanelCommands, ...sittingPanelCommands]);

/** Names of everything that is asked for a command, its inner parts among them. */
const askedIn = (fields: Fields): readonly string[] =>
  Object.entries(fields).flatMap(([name, field]) =>
    field.kind === 'made' || field.kind === 'given' ? [] : [name, ...('fields' in field ? askedIn(field.fields) : [])],
  );

/** What the pages know. Not by name: they are compiled with settings of their own (tsconfig.web.json). */
const ofPages = async (file: string): Promise<object[]> =>
  Object.values((await import(`../../apps/web/src/${file}.ts`)) as Readonly<Record<string, object>>);

let routes: ReadonlySet<string>;
let forms: ReadonlySet<string>;
beforeAll(async () => {
  forms = new Set(
    [...(await ofPages('case/case-forms')), ...(await ofPages('sitting/sitting-forms'))].flatMap(Object.keys),
  );
  const { paths } = await describeWithoutDatabase();
  routes = new Set(Object.entries(paths).flatMap(([path, { post }]) => (post?.requestBody ? [path] : [])));
});

const hasAccessRow = (type: string): boolean => {
  try {
    accessPolicy.allows(
      { kind: 'clock' },
      { type },
      { ref: { kind: 'sitting' }, state: undefined, rules: townRules() },
    );
    return true;
  } catch {
    return false;
  }
};

/** Every place that a command needs besides its unit, and what it lacks there. */
const places: readonly ((command: Place) => readonly string[])[] = [
  ({ address: { path, beginsAt }, begins, type }) => {
    const route = begins ? [path, beginsAt[type]].filter(Boolean).join('/') : `${path}/{id}/${type}`;
    return routes.has(`/${route}`) ? [] : [`route POST /${route}`];
  },
  ({ type }) => (hasAccessRow(type) ? [] : ['row in libs/access']),
  ({ type }) => (words[`command.${type}`] === undefined ? [`words command.${type}`] : []),
  ({ fields }) =>
    askedIn(fields).flatMap((name) => (words[`field.${name}`] === undefined ? [`words field.${name}`] : [])),
  ({ part = null, stands }) =>
    part === null || stands ? [] : ['what stands in its part, for whoever was not quick enough'],
  ({ begins, type }) => (begins || forms.has(type) || named(type, /form/u) ? [] : ['form']),
  // At the top of the page stands whatever no panel is said to have.
  ({ type }) => (inPanels.has(type) && !named(type, /-(panel|roles)\.tsx$/u) ? ['panel that offers it'] : []),
];

describe('a command that people give', () => {
  it('has all of its places', () => {
    const lacking = everyCommand.flatMap((command) => {
      const lacks = places.flatMap((place) => place(command));
      return lacks.length === 0 ? [] : [`command ${command.type} lacks: ${lacks.join(', ')}`];
    });
    expect(lacking).toEqual([]);
  });

  it('that nobody has given a place lacks all of them', () => {
    const [address] = Object.values(recordAddresses);
    const invented = {
      address,
      begins: false,
      type: 'no-such-command',
      part: 'no-such-part',
      fields: { noSuchText: { kind: 'date' } },
    } as const;
    expect(places.flatMap((place) => place(invented as unknown as Place))).toEqual([
      'route POST /api/cases/{id}/no-such-command',
      'row in libs/access',
      'words command.no-such-command',
      'words field.noSuchText',
      'what stands in its part, for whoever was not quick enough',
      'form',
    ]);
  });
});

describe('an event', () => {
  const everyEvent = Object.keys(recordAddresses).flatMap((kind) =>
    Object.values(definitionOf(kind as RecordKind).events),
  );
  // A line may differ by what the event holds: `event.obligation-step-taken.reminder`.
  const hasWords = (type: string): boolean =>
    Object.keys(words).some((key) => key === `event.${type}` || key.startsWith(`event.${type}.`));

  it('has its words in the history when anybody is told of it', () => {
    const lacking = everyEvent.filter(({ type, area }) => area !== null && !hasWords(type));
    expect(everyEvent.length).toBeGreaterThan(60);
    expect(lacking.map(({ type }) => `event ${type} lacks: words event.${type}`)).toEqual([]);
  });
});
