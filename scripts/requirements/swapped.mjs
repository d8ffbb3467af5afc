/** How often a string stands in a text. */
export const timesIn = (text, find) => (find === '' ? 0 : text.split(find).length - 1);

/**
 * The text of a source as a mutant has it.
 * @param {string} text
 * @param {{ file: string, find: string, replace: string }} mutant
 */
export function swapped(text, { file, find, replace }) {
  const times = timesIn(text, find);
  if (times !== 1) throw new Error(`${file}: 「${find}」は ${String(times)} 回あります(1 回だけのはずです)`);
  return text.split(find).join(replace);
}
