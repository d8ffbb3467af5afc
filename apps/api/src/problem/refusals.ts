import { formatDateJa, isIsoDate } from '#libs/calendar';
import type { AccessCode } from '#libs/access';
import type { MunicipalityRules, Refusal } from '#libs/domain';
import { accessMessages } from './access-messages.ts';
import { problem, ProblemError } from './problem.ts';
import { refusalMessages } from './refusal-messages.ts';
import { consentStatusLabels, programmeStatusLabels, stageLabels } from './stage-labels.ts';

const messages = { ...refusalMessages, ...accessMessages };

/** Why not: said by a rule, or by libs/access. */
type Reason = Refusal | { readonly code: AccessCode; readonly params?: Refusal['params'] };

/** Words refusals for one municipality: agencies by the names of its profile. */
export class Refusals {
  readonly #agencies: ReadonlyMap<string, string>;

  constructor(rules: Pick<MunicipalityRules, 'agencies'>) {
    this.#agencies = new Map(rules.agencies.map(({ code, name }) => [code, name]));
  }

  /** The Japanese sentence. */
  sentence({ code, params = {} }: Reason): string {
    return messages[code].replaceAll(/\{(\w+)\}/gu, (_all, name: string) => this.#word(name, params[name]));
  }

  /** 409 with code, sentence and params; where one field is to blame, it is named. */
  problem(refusal: Refusal): ProblemError {
    const { code, params } = refusal;
    const detail = this.sentence(refusal);
    const field = params?.['field'];
    return new ProblemError(
      problem(409, code, detail, {
        ...(params ? { params } : {}),
        ...(typeof field === 'string' ? { errors: [{ field, code, detail }] } : {}),
      }),
    );
  }

  /** 403 for what libs/access said. */
  forbidden(code: AccessCode): ProblemError {
    return new ProblemError(problem(403, code, this.sentence({ code })));
  }

  #word(name: string, value: string | number | undefined): string {
    if (value === undefined) return '';
    if (typeof value === 'number') return String(value);
    if (name === 'agency') return this.#agencies.get(value) ?? value;
    if (name === 'stage') return stageLabels[value] ?? value;
    if (name === 'programmeStatus') return programmeStatusLabels[value] ?? value;
    if (name === 'status') return consentStatusLabels[value] ?? value;
    return isIsoDate(value) ? formatDateJa(value) : value;
  }
}
