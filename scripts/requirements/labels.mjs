import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Specs, and the scripts of scenarios whose titles are given to a spec. */
const holdsTitles = /(\.(spec|int-spec|workflow-spec|browser-spec|fault-spec)\.tsx?|\/testing\/[a-z-]+-script\.ts)$/;
const title = /(['"`])((?:\[R\d+\] ?)+)/g;

/**
 * The requirements that titles of tests name.
 * @param {string} text of a file of tests
 * @returns {string[]} one a title and requirement, in the order of the text
 */
export const labelsIn = (text) =>
  [...text.matchAll(title)].flatMap(([, , labels]) => [...labels.matchAll(/R\d+/g)].map(([label]) => label));

/**
 * Every file of tests with the requirements that its titles name.
 * @param {string} root
 * @returns {readonly { file: string, labels: readonly string[] }[]}
 */
export function readLabels(root) {
  return execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard', '-z'], {
    cwd: root,
    encoding: 'utf8',
  })
    .split('\0')
    .filter((file) => holdsTitles.test(file) && existsSync(join(root, file)))
    .toSorted()
    .map((file) => ({ file, labels: labelsIn(readFileSync(join(root, file), 'utf8')) }))
    .filter(({ labels }) => labels.length > 0);
}
