/** Units as a table by their type, in the order in which they are named. */
export const unitsByType = <const U extends readonly { readonly type: string }[]>(
  ...units: U
): { readonly [One in U[number] as One['type']]: One } =>
  Object.fromEntries(units.map((unit) => [unit.type, unit])) as { readonly [One in U[number] as One['type']]: One };
