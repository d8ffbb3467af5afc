import { parseSync, type ESTree, type Plugin } from 'vite';

/** Who makes the units of the domain; the second argument of a command holds its fields and its rules. */
const commands: ReadonlySet<string> = new Set(['command', 'beginning']);
const makers: ReadonlySet<string> = new Set([...commands, 'event', 'firstEvent', 'unitsByType']);
/** What a page needs of a command; whether people give it at all is asked of `likely`. */
const asked: ReadonlySet<string> = new Set(['fields', 'part', 'likely']);

interface Change {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * Of the domain's units the browser gets what forms are made of: type, fields, part, and whether people give the command. Rules and events
 * stay behind, and with them all that only they import: what the browser loads does not grow with the rules.
 */
export const unitsWithoutRules = (): Plugin => ({
  name: 'units-without-rules',
  transform: {
    filter: { id: /\/libs\/domain\/src\/(?:case|sitting)\/.*\.ts$/u },
    handler: (code) => ({ code: withoutRules(code), map: null }),
  },
});

/** The source of a module of units as the browser gets it. */
export function withoutRules(code: string): string {
  const changes: readonly Change[] = parseSync('unit.ts', code).program.body.flatMap((statement) => {
    const declaration = statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement;
    if (declaration?.type !== 'VariableDeclaration') return [];
    return declaration.declarations.flatMap(({ init }) => {
      const call = init?.type === 'TSSatisfiesExpression' ? init.expression : init;
      if (call?.type !== 'CallExpression' || call.callee.type !== 'Identifier') return [];
      const { name } = call.callee;
      if (!makers.has(name)) return [];
      // Nothing is lost where nobody uses the unit.
      const pure = { start: call.start, end: call.start, text: '/* @__PURE__ */ ' };
      const rest = call.arguments[1];
      if (!commands.has(name) || rest?.type !== 'ObjectExpression') return [pure];
      return [pure, ...rest.properties.flatMap(leftOut)];
    });
  });
  return changes.reduceRight((text, { start, end, text: put }) => text.slice(0, start) + put + text.slice(end), code);
}

function leftOut(property: ESTree.ObjectPropertyKind): readonly Change[] {
  if (property.type !== 'Property' || property.key.type !== 'Identifier') return [];
  const { start, end, key, value } = property;
  if (key.name === 'likely' && value.type !== 'Literal') return [{ start, end, text: 'likely: true' }];
  return asked.has(key.name) ? [] : [{ start, end, text: `${key.name}: undefined` }];
}
