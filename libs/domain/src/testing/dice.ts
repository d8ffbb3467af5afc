/** Choices made from a list of numbers that fast-check shrinks: the same numbers, the same choices. Runs out into zeros. */
export class Dice {
  readonly #numbers: readonly number[];
  #next = 0;

  constructor(numbers: readonly number[]) {
    this.#numbers = numbers;
  }

  /** A whole number from 0 to `below` - 1. */
  roll(below: number): number {
    const number = this.#numbers[this.#next] ?? 0;
    this.#next += 1;
    return number % Math.max(1, below);
  }

  one<T>(from: readonly T[]): T | undefined {
    return from[this.roll(from.length)];
  }

  /** One of a list that is never empty. @throws when it is. */
  of<T>(from: readonly [T, ...T[]]): T {
    return from[this.roll(from.length)] ?? from[0];
  }

  /** True once in `times`. */
  rarely(times: number): boolean {
    return this.roll(times) === times - 1;
  }

  some<T>(from: readonly T[]): readonly T[] {
    return from.filter(() => this.roll(2) === 1);
  }
}
