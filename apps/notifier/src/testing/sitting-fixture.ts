import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { sittingDefinition, type SittingState } from '#libs/domain';
import { TextCipher } from '#libs/persistence';
import { decidedNotices, noticeOutbox, wakeRelays } from '../../../../libs/persistence/src/testing/index.ts';

export const municipality = 'higashiagatsuma';
export const masterKey = Buffer.alloc(32, 5).toString('base64');
export const place = '役場 2階 第1会議室';

interface Invited {
  readonly noticeId: string;
  readonly invitationId: string;
  readonly agency: string;
}

/** A sitting that was called for these agencies, as its commit leaves it: rows, texts, notices and outbox. */
export interface CalledSitting {
  readonly recordId: string;
  readonly invited: readonly Invited[];
}

/** The state that belongs to the rows: called, everybody asked, nobody has answered. */
function sittingAt(
  id: string,
  placeText: string,
  invited: readonly { readonly id: string; readonly agency: string }[],
): SittingState {
  const opened = {
    ...({ type: 'sitting-opened', v: 1, municipality, id, body: 'supportMeeting', kind: 'supportMeeting' } as const),
    ...{ ordinal: 3, on: '2026-11-20', heldOn: '2026-12-03', startsAt: '13:30', endsAt: '15:00', placeText },
  };
  const asked = { required: true, sent: true, reply: null, proxyText: null, via: null, repliedAtMs: null } as const;
  return {
    ...sittingDefinition.applied(undefined, opened).state,
    stage: 'called',
    replyDueOn: '2026-11-26',
    invitations: invited.map((one) => ({ ...one, ...asked, late: false, expired: false, phoned: 'none' })),
  };
}

/** Writes as the application's role does, for one municipality. */
export class SittingFixture {
  readonly #pool: pg.Pool;
  readonly #cipher = new TextCipher(masterKey);

  constructor(appUrl: string) {
    this.#pool = new pg.Pool({ connectionString: appUrl, max: 2 });
  }

  async close(): Promise<void> {
    await this.#pool.end();
  }

  async query<T extends pg.QueryResultRow>(text: string, values: readonly unknown[] = []): Promise<readonly T[]> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin');
      await client.query(`select set_config('app.municipality', $1, true)`, [municipality]);
      const { rows } = await client.query<T>(text, [...values]);
      await client.query('commit');
      return rows;
    } catch (error) {
      await client.query('rollback');
      throw error;
    } finally {
      client.release();
    }
  }

  async callSitting(agencies: readonly string[], { stage = 'called', sequence = 0 } = {}): Promise<CalledSitting> {
    const recordId = randomUUID();
    const textId = randomUUID();
    const invitationIds = agencies.map(() => randomUUID());
    const state = sittingAt(
      recordId,
      textId,
      agencies.map((agency, nth) => ({ agency, id: invitationIds[nth] ?? '' })),
    );
    await this.query(
      `insert into record (municipality_id, id, kind, state, standing, seq, shape, is_open, agencies, updated_at) values ($1, $2, 'sitting', $3, '{}', 1, $5, true, $4, now())`,
      [municipality, recordId, JSON.stringify({ ...state, stage, sequence }), agencies, sittingDefinition.shape],
    );
    await this.query(
      `insert into sitting (municipality_id, record_id, body, kind, ordinal, stage, opened_on, held_on, starts_at, ends_at, sequence, reply_due_on, is_open)
       values ($1, $2, 'supportMeeting', 'supportMeeting', 3, $3, '2026-11-20', '2026-12-03', '13:30', '15:00', $4, '2026-11-26', true)`,
      [municipality, recordId, stage, sequence],
    );
    const dataKey = this.#cipher.newDataKey();
    const { keyId, wrappedKey } = this.#cipher.wrap(dataKey, municipality, recordId);
    const { ciphertext, salt, saltedHash } = this.#cipher.encrypt(dataKey, place, { municipality, recordId, textId });
    await this.query('insert into record_key values ($1, $2, $3, $4)', [municipality, recordId, keyId, wrappedKey]);
    await this.query(
      `insert into text_revision (municipality_id, id, record_id, slot, ciphertext, salt, salted_hash, created_at) values ($1, $2, $3, 'place', $4, $5, $6, now())`,
      [municipality, textId, recordId, ciphertext, salt, saltedHash],
    );
    const invited: Invited[] = [];
    for (const [nth, agency] of agencies.entries()) {
      const invitationId = invitationIds[nth] ?? '';
      await this.query(
        `insert into invitation (municipality_id, record_id, id, agency, required, sent, late, expired, token_hash) values ($1, $2, $3, $4, true, true, false, false, $5)`,
        [municipality, recordId, invitationId, agency, Buffer.from(invitationId)],
      );
      const noticeId = await this.decide(recordId, {
        kind: 'invitation',
        agency,
        to: 'head',
        invitationId,
        sequence: 0,
      });
      invited.push({ noticeId, invitationId, agency });
    }
    return { recordId, invited };
  }

  /** Writes a notice with its outbox row; answers the notice's id. */
  async decide(
    recordId: string,
    notice: {
      readonly kind: string;
      readonly agency: string;
      readonly to: string;
      readonly invitationId?: string;
      readonly sequence?: number;
      readonly obligationKind?: string;
    },
  ): Promise<string> {
    const id = randomUUID();
    await this.query(
      `insert into notice (municipality_id, id, record_id, key, kind, recipient_agency, recipient_to, invitation_id, sequence, obligation_kind, created_at)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, now())`,
      [
        municipality,
        id,
        recordId,
        `test/${id}`,
        notice.kind,
        notice.agency,
        notice.to,
        notice.invitationId ?? null,
        notice.sequence ?? null,
        notice.obligationKind ?? null,
      ],
    );
    await this.carry(id);
    return id;
  }

  /** Puts a notice before the relay, as the executor does, when the relay is done with it; `again` makes one due that still waits. */
  async carry(noticeId: string, how: 'anew' | 'again' = 'anew'): Promise<void> {
    const put =
      how === 'anew'
        ? noticeOutbox
        : `update outbox set try_at = now() where key = (select id::text from ${decidedNotices}) returning 1`;
    await this.query(
      `with ${decidedNotices} as (select id, municipality_id from notice where id = $1), put as (${put}) ${wakeRelays('$2')}`,
      [noticeId, ['notice']],
    );
  }

  async stateOf(noticeId: string): Promise<{
    readonly state: string;
    readonly attempts: number;
    readonly last_result: string | null;
    readonly was_sent: boolean;
  }> {
    const [row] = await this.query<{ state: string; attempts: number; last_result: string | null; was_sent: boolean }>(
      'select state, attempts, last_result, sent_at is not null as was_sent from notice where id = $1',
      [noticeId],
    );
    if (!row) throw new Error('no such notice');
    return row;
  }

  async waiting(): Promise<number> {
    const [row] = await this.query<{ n: number }>(`select count(*)::int as n from outbox where topic = 'notice'`);
    return row?.n ?? -1;
  }

  linkOf(publicUrl: string, invitationId: string): string {
    return `${publicUrl}/o/r/${this.#cipher.replyToken(municipality, invitationId)}`;
  }
}
