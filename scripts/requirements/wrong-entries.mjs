import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { labelsIn } from './labels.mjs';
import { timesIn } from './swapped.mjs';

/** What is wrong with one mutant before it is even tried. */
function wrongWith({ requirement, file, find, replace, spec }, { root, known }) {
  const at = `${requirement} ${file}`;
  if (!known.has(requirement)) return [`${at}: ${requirement} という要件はありません`];
  if (!existsSync(join(root, file))) return [`${at}: 変異させるファイルがありません`];
  if (!existsSync(join(root, spec))) return [`${at}: 見つけるはずのテスト ${spec} がありません`];
  const times = timesIn(readFileSync(join(root, file), 'utf8'), find);
  return [
    ...(times === 1 ? [] : [`${at}: 「${find}」は ${String(times)} 回あります(1 回だけのはずです)`]),
    ...(find === replace ? [`${at}: 「${find}」は何も変えません`] : []),
    ...(labelsIn(readFileSync(join(root, spec), 'utf8')).includes(requirement)
      ? []
      : [`${at}: ${spec} に [${requirement}] を名乗るテストがありません`]),
  ];
}

/**
 * What is wrong with titles and mutants without running anything: an unknown requirement, a string that is not there any more, a
 * mutant whose tests name another requirement.
 * @returns {readonly string[]}
 */
export function wrongEntries({ root, requirements, labelled, mutants }) {
  const known = new Set(requirements.map(({ id }) => id));
  return [
    ...labelled.flatMap(({ file, labels }) =>
      labels.filter((label) => !known.has(label)).map((label) => `${file}: ${label} という要件はありません`),
    ),
    ...mutants.flatMap((mutant) => wrongWith(mutant, { root, known })),
  ];
}
