import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { compileFunction } from 'node:vm';
import ts from 'typescript';

/** The sources of a folder of procedures, by the name they import each other by (`./handoff.ts`). */
export type Sources = Readonly<Record<string, string>>;

export interface AwaitLine {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** Reads the procedures of a folder; tests are no procedures. */
export function readSources(folder: string): Sources {
  const names = readdirSync(folder).filter((name) => name.endsWith('.ts') && !name.includes('spec.'));
  return Object.fromEntries(names.map((name) => [`./${name}`, readFileSync(join(folder, name), 'utf8')]));
}

/**
 * Every line of a source that does or asks something: each `await`, and each `when(…)` that it is given.
 * @throws on an await that is no statement of its own: it could not be deleted
 */
export function awaitLines(file: string, source: string): readonly AwaitLine[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const found: AwaitLine[] = [];
  const note = (node: ts.Node, start: number, end: number): void => {
    const { line } = tree.getLineAndCharacterOfPosition(node.getStart());
    found.push({ file, line: line + 1, text: node.getText().replaceAll(/\s+/g, ' '), start, end });
  };
  const visit = (node: ts.Node): void => {
    if (ts.isAwaitExpression(node)) {
      if (!ts.isExpressionStatement(node.parent))
        throw new Error(`${file} awaits inside an expression: ${node.getText()}`);
      note(node, node.getStart(), node.parent.getEnd() - 1);
    }
    // with the comma before it
    if (isWhen(node)) note(node, node.getFullStart() - 1, node.getEnd());
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

const isWhen = (node: ts.Node): boolean =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === 'when';

/** The sources without one line. */
export const without = (sources: Sources, { file, start, end }: AwaitLine): Sources => ({
  ...sources,
  [file]: `${(sources[file] ?? '').slice(0, start)}${(sources[file] ?? '').slice(end)}`,
});

/** Runs sources that import only each other and what is `given`, and gives what `entry` exports. */
export function load(
  sources: Sources,
  entry: string,
  given: Readonly<Record<string, object>>,
): Readonly<Record<string, unknown>> {
  const loaded = new Map<string, object>(Object.entries(given));
  const bring = (name: string): object => {
    const known = loaded.get(name);
    if (known) return known;
    const source = sources[name];
    if (source === undefined) throw new Error(`${name} is outside the folder`);
    const { outputText } = ts.transpileModule(source, {
      compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, verbatimModuleSyntax: false },
    });
    const exported: Record<string, unknown> = {};
    loaded.set(name, exported);
    const run = compileFunction(outputText, ['exports', 'require']) as (exports: object, require: typeof bring) => void;
    run(exported, bring);
    return exported;
  };
  return bring(entry) as Readonly<Record<string, unknown>>;
}
