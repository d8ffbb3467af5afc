import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { loadScript } from '../setup/load-script.ts';

interface Mutant {
  readonly requirement: string;
  readonly file: string;
  readonly find: string;
  readonly replace: string;
  readonly spec: string;
}
interface Labelled {
  readonly file: string;
  readonly labels: readonly string[];
}
const { labelsIn } = await loadScript<{ readonly labelsIn: (text: string) => readonly string[] }>(
  'requirements/labels.mjs',
);
const { wrongEntries } = await loadScript<{
  readonly wrongEntries: (found: {
    readonly root: string;
    readonly requirements: readonly { readonly id: string }[];
    readonly labelled: readonly Labelled[];
    readonly mutants: readonly Mutant[];
  }) => readonly string[];
}>('requirements/wrong-entries.mjs');
const { requirementsTable, killedIn } = await loadScript<{
  readonly requirementsTable: (found: {
    readonly requirements: readonly Readonly<Record<'id' | 'level' | 'group' | 'says', string>>[];
    readonly labelled: readonly Labelled[];
    readonly mutants: readonly Mutant[];
    readonly killed: ReadonlyMap<string, number>;
  }) => string;
  readonly killedIn: (table: string) => ReadonlyMap<string, number>;
}>('requirements/table.mjs');

const requirements = [
  { id: 'R1', level: 'M', group: 'Cases', says: 'opens' },
  { id: 'R2', level: 'S', group: 'Cases', says: 'closes' },
];
const mutant: Mutant = { requirement: 'R1', file: 'rule.ts', find: '> 1', replace: '> 2', spec: 'rule.spec.ts' };

function tree(files: Readonly<Record<string, string>>): string {
  const root = mkdtempSync(join(tmpdir(), 'tsunagi-mutants-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return root;
}
const wrong = (files: Readonly<Record<string, string>>, changes: Partial<Mutant> = {}): readonly string[] =>
  wrongEntries({ root: tree(files), requirements, labelled: [], mutants: [{ ...mutant, ...changes }] });
/** A title as a spec has it; put together here, so that this file names no requirement itself. */
const titled = (...ids: readonly string[]): string => `it('${ids.map((id) => `[${id}]`).join('')} has few', () => {});`;
const files = { 'rule.ts': 'const few = n > 1;', 'rule.spec.ts': titled('R1') };

describe('a mutant', () => {
  it('is right when its string stands once in its file and its tests name the requirement', () => {
    expect(wrong(files)).toEqual([]);
  });

  it('is told apart when the source has moved on, instead of dying by accident', () => {
    expect(wrong({ ...files, 'rule.ts': 'const few = n > 3;' })).toEqual([
      'R1 rule.ts: 「> 1」は 0 回あります(1 回だけのはずです)',
    ]);
    expect(wrong({ ...files, 'rule.ts': 'a > 1; b > 1;' })).toHaveLength(1);
    expect(wrong(files, { file: 'gone.ts' })).toEqual(['R1 gone.ts: 変異させるファイルがありません']);
  });

  it('belongs to a requirement that there is, and to a spec that names it', () => {
    expect(wrong(files, { requirement: 'R9' })).toEqual(['R9 rule.ts: R9 という要件はありません']);
    expect(wrong(files, { requirement: 'R2' })).toEqual([
      'R2 rule.ts: rule.spec.ts に [R2] を名乗るテストがありません',
    ]);
    expect(wrong(files, { replace: '> 1' })).toEqual(['R1 rule.ts: 「> 1」は何も変えません']);
  });
});

describe('the table', () => {
  const labelled = [{ file: 'libs/rule.spec.ts', labels: ['R1', 'R1'] }];
  const table = (killed: number): string =>
    requirementsTable({ requirements, labelled, mutants: [mutant, mutant], killed: new Map([['R1', killed]]) });

  it('has a row for every requirement, and says plainly that one has no tests', () => {
    expect(table(2)).toContain('| R1 | 2 tests: [rule.spec.ts](../libs/rule.spec.ts) (2) | 2/2 |');
    expect(table(2)).toContain('| R2 | 0 tests | 0/0 |');
    expect(table(2)).toContain('1 of 2 requirements');
    expect(table(1)).toContain('0 of 2 requirements');
  });

  it('gives back how many were killed when it is read again', () => {
    expect(killedIn(table(1))).toEqual(
      new Map([
        ['R1', 1],
        ['R2', 0],
      ]),
    );
  });

  it('reads the labels at the beginning of a title only', () => {
    expect(labelsIn(`${titled('R1', 'R2')} // as [R3] says\nfind('the [R4]');\n${titled('R2')}`)).toEqual([
      'R1',
      'R2',
      'R2',
    ]);
  });
});
