import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomBytes } from 'node:crypto';
import { v7 as uuidv7 } from 'uuid';
import { inMunicipality } from '../connection/transaction.ts';
import { tokenHash } from '../text/text-cipher.ts';
import { acceptedHousehold, openDesk, openSitting, type Desk } from '../testing/index.ts';
import { demoPeople, ensureMembership, ensureMunicipality, membersOf, type NewMember } from './members.ts';
import { beginSession, endSession, invitationByToken, sessionByToken, touchSession } from './sessions.ts';

// Real: PostgreSQL, the look-ups that run before a municipality is known.
describe('people and sessions', () => {
  let desk: Desk;
  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.close();
  });
  const here = { municipality: 'higashiagatsuma' };
  const member = (more: Partial<NewMember> = {}): NewMember => ({
    membershipId: uuidv7(),
    accountId: uuidv7(),
    login: uuidv7(),
    agency: 'houkatsu',
    posts: ['staff'],
    displayName: '包括 一郎',
    until: null,
    ...more,
  });
  const add = async (one: NewMember): Promise<void> =>
    inMunicipality(desk.app, here, async (tx) => ensureMembership(tx, one));
  const signIn = async (membershipId: string, holdsMs = 60_000): Promise<Buffer> => {
    const hash = tokenHash(randomBytes(32).toString('base64url'));
    await inMunicipality(desk.app, here, async (tx) => beginSession(tx, { tokenHash: hash, membershipId, holdsMs }));
    return hash;
  };

  it('recognises a session by its token alone, with the membership it is bound to', async () => {
    const one = member({ posts: ['staff', 'head'] });
    await add(one);
    const hash = await signIn(one.membershipId);
    expect(await sessionByToken(desk.app, hash)).toMatchObject({
      municipality: 'higashiagatsuma',
      isDemo: true,
      membershipId: one.membershipId,
      agency: 'houkatsu',
      posts: ['staff', 'head'],
      displayName: '包括 一郎',
    });
    expect(await sessionByToken(desk.app, tokenHash('another'))).toBeUndefined();
    await inMunicipality(desk.app, here, async (tx) => endSession(tx, hash));
    expect(await sessionByToken(desk.app, hash)).toBeUndefined();
  });

  it('recognises no session that has expired, nor one whose membership has ended', async () => {
    const [one, gone] = [member(), member({ until: '2020-03-31' })];
    await add(one);
    await add(gone);
    const expired = await signIn(one.membershipId, -1);
    expect(await sessionByToken(desk.app, expired)).toBeUndefined();
    expect(await sessionByToken(desk.app, await signIn(gone.membershipId))).toBeUndefined();
    await inMunicipality(desk.app, here, async (tx) => touchSession(tx, expired, 60_000));
    expect(await sessionByToken(desk.app, expired)).toMatchObject({ membershipId: one.membershipId });
  });

  it('keeps one account for one login, with a membership in each municipality', async () => {
    const one = member();
    await add(one);
    const elsewhere = member({ login: one.login, agency: 'kikan' });
    await inMunicipality(desk.app, { municipality: 'b-town' }, async (tx) => {
      await ensureMunicipality(tx, { name: 'b', isDemo: false });
      await ensureMembership(tx, elsewhere);
    });
    await add({ ...one, displayName: '包括 次郎' });
    const names = await inMunicipality(desk.app, here, membersOf);
    expect(names.filter(({ membershipId }) => membershipId === one.membershipId)).toEqual([
      { membershipId: one.membershipId, displayName: '包括 次郎', agency: 'houkatsu', posts: ['staff'] },
    ]);
    expect(names.some(({ membershipId }) => membershipId === elsewhere.membershipId)).toBe(false);
    // b-town is no demo: nobody learns who works there.
    const people = await demoPeople(desk.app);
    expect(people.some(({ membershipId }) => membershipId === one.membershipId)).toBe(true);
    expect(people.some(({ municipality }) => municipality === 'b-town')).toBe(false);
  });

  it('finds the invitation of a reply link by the token alone, and keeps the token nowhere', async () => {
    const household = await acceptedHousehold(desk);
    const { ref } = await openSitting(desk, household);
    const invitationId = uuidv7();
    await desk.done(ref, household.coordinator, {
      type: 'call-sitting',
      invitees: [{ invitationId, agency: 'kikan' }],
      urgentReasonText: null,
    });
    const token = desk.cipher.replyToken('higashiagatsuma', invitationId);
    expect(await invitationByToken(desk.app, tokenHash(token))).toEqual({
      municipality: 'higashiagatsuma',
      sittingId: ref.id,
      invitationId,
      agency: 'kikan',
    });
    expect(await invitationByToken(desk.app, tokenHash(`${token}x`))).toBeUndefined();
  });
});
