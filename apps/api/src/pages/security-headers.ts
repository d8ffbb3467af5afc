/** Nothing leaves the origin, nothing runs that is not our own file, nobody frames us, no address is told to others. */
const always: Readonly<Record<string, string>> = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self'; img-src 'self' data:; font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'permissions-policy': 'camera=(), geolocation=(), microphone=()',
};

/** The headers of every answer for that address; a route may still say more precisely how long a file keeps. */
export const headersFor = (url: string, publicUrl: string): Readonly<Record<string, string>> => ({
  ...always,
  ...(publicUrl.startsWith('https:') ? { 'strict-transport-security': 'max-age=31536000' } : {}),
  'cache-control': /^\/(api|o)\//u.test(url) ? 'no-store' : 'no-cache',
});
