import { randomUUID } from 'node:crypto';
import type { Place } from './started-local.ts';

/** What the test reads of the page of a case. */
interface CasePage {
  readonly id: string;
  readonly stage: string;
  readonly parts: Readonly<Record<string, number>>;
  readonly handoffs: readonly { readonly id: string; readonly main: boolean }[];
  readonly sheets: readonly { readonly agency: string; readonly state: string }[];
}

/** What somebody of the demo does over the API, as the pages do it. */
export interface DemoDesk {
  /** Records a 助言・後方支援. @returns the id of the record, once it was acknowledged */
  readonly recordAdvice: (commandId: string) => Promise<string>;
  /** Status of the page of a record for this person. */
  readonly caseStatus: (id: string) => Promise<number>;
  readonly readCase: (id: string) => Promise<CasePage>;
  /** A command with the version of its part as the page shows it. @throws unless it is acknowledged */
  readonly give: (id: string, command: string, part: string, body: object) => Promise<void>;
}

export const newCommandId = (): string => randomUUID();

async function json<T>(answer: Response): Promise<T> {
  if (!answer.ok) throw new Error(`${answer.status} for ${answer.url}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

/** Signs in as somebody of the demo. The session lives in the database: it outlasts a restart, too. */
export async function signInToDemo({ port }: Place, name = '担当 みどり'): Promise<DemoDesk> {
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
  const person = people.find(({ displayName }) => displayName === name);
  const signedIn = await post('/api/session', { membershipId: person?.membershipId });
  const cookie = signedIn.headers.getSetCookie().join('; ').split(';')[0] ?? '';
  const page = async (id: string): Promise<Response> => fetch(`${base}/api/cases/${id}`, { headers: { cookie } });
  const readCase = async (id: string): Promise<CasePage> => json<CasePage>(await page(id));
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
    caseStatus: async (id) => (await page(id)).status,
    readCase,
    give: async (id, command, part, body) => {
      const { parts } = await readCase(id);
      const sent = { commandId: newCommandId(), partVersion: parts[part] ?? 0, ...body };
      await json(await post(`/api/cases/${id}/${command}`, sent, cookie));
    },
  };
}
