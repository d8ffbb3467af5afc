import { formatDateJa, isIsoDate } from '#libs/calendar';
import type { MunicipalityRules, Refusal } from '#libs/domain';
import { accessMessages } from './access-messages.ts';
import { problem, ProblemError } from './problem.ts';
import { refusalMessages } from './refusal-messages.ts';
import { consentStatusLabels, stageLabels } from './stage-labels.ts';

const messages: Readonly<Record<string, string>> = { ...refusalMessages, ...accessMessages };

/** Words refusals for one municipality: agencies by the names of its profile. */
export class Refusals {
  readonly #agencies: ReadonlyMap<string, string>;

  constructor(rules: Pick<MunicipalityRules, 'agencies'>) {
    this.#agencies = new Map(rules.agencies.map(({ code, name }) => [code, name]));
  }

  /** The Japanese sentence. A code without one is told as such: tests see that there is none. */
  sentence({ code, params = {} }: Refusal): string {
    const template = messages[code] ?? `この操作は、いまできません(${code})。`;
    return template.replaceAll(/\{(\w+)\}/gu, (_all, name: string) => this.#word(name, params[name]));
  }

  /** 409 with code, sentence and params. */
  problem(refusal: Refusal): ProblemError {
    const { code, params } = refusal;
    return new ProblemError(problem(409, code, this.sentence(refusal), params ? { params } : {}));
  }

  /** 403 for what libs/access said. */
  forbidden(code: string): ProblemError {
    return new ProblemError(problem(403, code, this.sentence({ code })));
  }

  #word(name: string, value: string | number | undefined): string {
    if (value === undefined) return '';
    if (typeof value === 'number') return String(value);
    if (name === 'agency') return this.#agencies.get(value) ?? value;
    if (name === 'stage') return stageLabels[value] ?? value;
    if (name === 'status') return consentStatusLabels[value] ?? value;
    return isIsoDate(value) ? formatDateJa(value) : value;
  }
}
