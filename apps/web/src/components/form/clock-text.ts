/** '13:30' from what people type ('1330', '９:00', '13時30分'); anything else stays as it is, for the server to judge. */
export function clockText(typed: string): string {
  const match = /^(\d{1,2})(?:[:時](\d{2})分?|(\d{2}))$/u.exec(typed.normalize('NFKC').replace(/\s/gu, ''));
  const hour = match?.[1];
  const minute = match?.[2] ?? match?.[3];
  if (hour === undefined || minute === undefined || Number(hour) > 23 || Number(minute) > 59) return typed;
  return `${hour.padStart(2, '0')}:${minute}`;
}
