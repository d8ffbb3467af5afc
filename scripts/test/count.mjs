import { fileURLToPath } from 'node:url';
import { countAll } from './result-count.mjs';

const { passed, failed } = countAll(fileURLToPath(new URL('../../test-results', import.meta.url)));
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 || passed === 0 ? 1 : 0;
