import { wordOf } from './translate.ts';

/** Verbs in る whose stem keeps its last sound: 送る, 送りました. All others lose る. */
const strong = ['送る', '取る', '断る'] as const;

/** る after these rows of sounds is a verb that loses it: 決める, 変える, 見直す is none. */
function polite(verb: string): string | undefined {
  if (verb.endsWith('する')) return `${verb.slice(0, -2)}しました`;
  if (strong.some((one) => verb.endsWith(one))) return `${verb.slice(0, -1)}りました`;
  if (/[えけげせてねべめれいきぎしちにびみり]る$/u.test(verb)) return `${verb.slice(0, -1)}ました`;
  if (verb.endsWith('く')) return `${verb.slice(0, -1)}きました`;
  if (verb.endsWith('す')) return `${verb.slice(0, -1)}しました`;
  if (verb.endsWith('した')) return `${verb.slice(0, -2)}しました`;
  return undefined;
}

/** What is said when a form was sent: what was done, not the name of the button. @param title 'つなぎを送る' */
export const doneWords = (form: string, title: string): string => wordOf(`done.${form}`) ?? polite(title) ?? title;

/** What the button of a form says: its effect, where that is more than that it is recorded. */
export const submitWords = (form: string): string | undefined => wordOf(`submit.${form}`);
