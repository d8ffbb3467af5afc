import { randomUUID } from 'node:crypto';
import http from 'node:http';

/** One person at a browser: a session cookie, one connection that is kept, an `Origin`; tells how long each command took. */
export class Browser {
  #url;
  #agent = new http.Agent({ keepAlive: true, maxSockets: 1 });
  #cookie;

  /** @param {string} url where the API is */
  constructor(url) {
    this.#url = url;
  }

  async signIn(membershipId) {
    const { headers } = await this.#send('POST', '/api/session', { membershipId });
    this.#cookie = headers['set-cookie'][0].split(';')[0];
    return this;
  }

  async get(path) {
    return (await this.read(path)).body;
  }

  /** @returns {Promise<{ body: any, ms: number }>} the answer, and the time from sending to its last byte */
  async read(path) {
    return this.#send('GET', path);
  }

  /** @returns {Promise<{ body: any, ms: number }>} the answer, and the time from sending to its last byte */
  async command(path, fields) {
    return this.#send('POST', path, { commandId: randomUUID(), ...fields });
  }

  close() {
    this.#agent.destroy();
  }

  /** @throws when it is not answered with 200: a bench of refusals says nothing */
  async #send(method, path, given) {
    const text = given === undefined ? undefined : JSON.stringify(given);
    const headers = {
      origin: this.#url,
      ...(this.#cookie === undefined ? {} : { cookie: this.#cookie }),
      ...(text === undefined ? {} : { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text) }),
    };
    const began = performance.now();
    const answered = await new Promise((resolve, reject) => {
      const request = http.request(new URL(path, this.#url), { method, headers, agent: this.#agent }, (response) => {
        const chunks = [];
        response.on('data', (chunk) => chunks.push(chunk));
        response.once('error', reject);
        response.once('end', () => resolve({ response, ms: performance.now() - began, chunks }));
      });
      request.once('error', reject);
      request.end(text);
    });
    const { response, ms, chunks } = answered;
    const body = Buffer.concat(chunks).toString();
    if (response.statusCode !== 200) throw new Error(`${method} ${path}: ${response.statusCode} ${body}`);
    return { body: JSON.parse(body), ms, headers: response.headers };
  }
}
