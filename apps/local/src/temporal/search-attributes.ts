import { TemporalClient } from '#libs/temporal';

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };

/**
 * Has our own server know what workflows are found by: its `--search-attribute` is heard for a new store only.
 * @returns whether it does; the procedures run without as well
 */
export async function searchAttributesRegistered(address: string, namespace: string): Promise<boolean> {
  const client = new TemporalClient({ address, namespace }, silent);
  try {
    await client.registerSearchAttributes();
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
