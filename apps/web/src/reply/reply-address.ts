/** The token of `/o/r/<token>`; empty when there is none. */
export const tokenOf = (pathname: string): string => /^\/o\/r\/([^/]+)\/?$/u.exec(pathname)?.[1] ?? '';
