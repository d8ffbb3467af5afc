/**
 * Why the set-up cannot go on. Printed as `準備できません [code]` with the Japanese lines below it; never a stack.
 */
export class SetupRefusal extends Error {
  /**
   * @param {string} code stable, `setup.<what>`; listed in docs/operations.md
   * @param {readonly string[]} lines Japanese: what is missing, what to do
   */
  constructor(code, lines) {
    super(`[${code}] ${lines.join(' ')}`);
    this.code = code;
    this.lines = lines;
  }
}

/** Exit codes of the set-up, by refusal code. Anything else is a fault of ours: 1. */
const exitCodes = {
  'setup.node-too-old': 10,
  'setup.no-temporal': 11,
  'setup.postgres-cannot-enter': 12,
  'setup.no-postgres': 13,
  'setup.dependencies-failed': 14,
  'setup.no-test-server': 15,
  'setup.no-chromium': 16,
  'setup.interrupted': 130,
};

/** @param {unknown} error @returns {number} */
export function exitCodeOf(error) {
  return error instanceof SetupRefusal ? (exitCodes[error.code] ?? 1) : 1;
}
