/** Ends a switch over a closed union: the compiler proves that no case is left. @throws when data from outside broke the promise. */
export function assertNever(value: never): never {
  throw new Error(`unexpected value: ${JSON.stringify(value)}`);
}
