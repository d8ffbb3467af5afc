import { createRequire } from 'node:module';
import { swapped } from '../../scripts/requirements/swapped.mjs';

const { createTransformer: createSwc } = createRequire(import.meta.url)('@swc/jest');

/**
 * SWC as the tests have it, with one file read as the mutant would have it. Nothing on disk is touched, and only the changed file
 * has another place in jest's cache.
 */
const createTransformer = ({ swc, mutant }) => {
  const real = createSwc(swc);
  const read = (text, path) =>
    mutant !== null && path.replaceAll('\\', '/').endsWith(`/${mutant.file}`) ? swapped(text, mutant) : text;
  return {
    ...real,
    process: (text, path, options) => real.process(read(text, path), path, options),
    processAsync: async (text, path, options) => real.processAsync(read(text, path), path, options),
    getCacheKey: (text, path, options) => real.getCacheKey(read(text, path), path, { ...options, configString: '' }),
  };
};

export default { createTransformer };
