/** Loads a module of the build. @param {string} path below `dist` */
export const built = async (path) => import(new URL(`../../dist/${path}`, import.meta.url).href);
