import { randomUUID } from 'node:crypto';
import type { Place } from './started-local.ts';

/** What a coordinator of the demo does over the API, as the pages do it. */
export interface DemoDesk {
  /** Records a 助言・後方支援. @returns the id of the record, once it was acknowledged */
  readonly recordAdvice: (commandId: string) => Promise<string>;
  /** Status of the page of a record for this coordinator. */
  readonly caseStatus: (id: string) => Promise<number>;
}

export const newCommandId = (): string => randomUUID();

async function json<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}`);
  return (await answer.json()) as T;
}

/** Signs in as 担当 みどり. The session lives in the database: it outlasts a restart, too. */
export async function signInToDemo({ port }: Place): Promise<DemoDesk> {
  const base = `http://127.0.0.1:${port}`;
  const post = async (path: string, body: object, cookie = ''): Promise<Response> =>
    fetch(`${base}${path}`, {
      method: 'POST',
      headers: { origin: base, 'content-type': 'application/json', cookie },
      body: JSON.stringify(body),
    });
  const { people } = await json<{ people: { membershipId: string; displayName: string }[] }>(
    await fetch(`${base}/api/demo/people`),
  );
  const midori = people.find(({ displayName }) => displayName === '担当 みどり');
  const signedIn = await post('/api/session', { membershipId: midori?.membershipId });
  const cookie = signedIn.headers.getSetCookie().join('; ').split(';')[0] ?? '';
  return {
    recordAdvice: async (commandId) => {
      const advice = {
        receivedOn: new Date().toISOString().slice(0, 10),
        point: 'houkatsu',
        askedBy: 'houkatsu',
        concern: 'care',
        adviceText: '制度の案内',
      };
      const { id } = await json<{ id: string }>(await post('/api/cases/advice', { commandId, ...advice }, cookie));
      return id;
    },
    caseStatus: async (id) => (await fetch(`${base}/api/cases/${id}`, { headers: { cookie } })).status,
  };
}
