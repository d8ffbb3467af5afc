/** Every list of codes of a case, also one of tomorrow. */
export * as caseCodes from '../case/codes.ts';
