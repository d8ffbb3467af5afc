/** Settles when `reached` says yes. @throws when it has not for 20 s: what it waits for does not come. */
export async function until(reached: () => boolean | Promise<boolean>): Promise<void> {
  const last = Date.now() + 20_000;
  while (!(await reached())) {
    if (Date.now() > last) throw new Error('waited in vain');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** Something to wait behind. */
export function gateway(): { readonly passed: Promise<void>; open: () => void } {
  const { promise, resolve } = Promise.withResolvers<undefined>();
  return {
    passed: promise.then(() => undefined),
    open: () => {
      resolve(undefined);
    },
  };
}
