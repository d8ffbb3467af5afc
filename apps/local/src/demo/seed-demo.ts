import { dateOfMs } from '#libs/calendar';
import { accessPolicy } from '#libs/access';
import type { RecordRef } from '#libs/contracts';
import { definitionOf, nextDueAtMs, type Actor, type CaseState } from '#libs/domain';
import {
  caseOf,
  drivenClock,
  ensureMembership,
  ensureMunicipality,
  inMunicipality,
  openDataSource,
  profileContexts,
  RecordExecutor,
  recordOf,
  roleUrl,
  sqlState,
  TextCipher,
} from '#libs/persistence';
import { calendarOf, peopleOf, profileOf, rulesOf, type DemoPerson } from '#libs/profiles';
import type { DataSource } from 'typeorm';
import { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';
import { firstDayOfKakuu, kakuuCaseId, tellKakuuFamily } from './kakuu-family.ts';
import { firstDayOfKarina, karinaCaseId, tellKarinaFamily } from './karina-family.ts';
import { firstDayOfStory, mihonCaseId, tellMihonFamily } from './mihon-family.ts';
import { firstDayOfReiji, reijiCaseId, reijiSittingIds, tellReijiHouse } from './reiji-house.ts';

const municipality = 'higashiagatsuma';

export interface SeedSettings {
  /** URL of the owner role. */
  readonly databaseUrl: string;
  readonly rolePasswords: { readonly app: string };
  readonly masterKey: string;
  /** Master keys of before, oldest last. */
  readonly olderMasterKeys?: readonly string[];
  /** The day the demo's dates count from; now unless told otherwise. Epoch ms. */
  readonly nowMs?: number;
  /** Tests and measurements that count records ask for some of the stories; all unless told otherwise. */
  readonly only?: readonly StoryName[];
}

const storyNames = ['mihon', 'reiji', 'karina', 'kakuu'] as const;
type StoryName = (typeof storyNames)[number];

/** A story of the demo: its case, how far back it begins, and the telling. */
interface Story {
  readonly caseId: string;
  /** 開庁日 before D. */
  readonly firstDay: number;
  readonly tell: (desk: DemoDesk, actor: (login: string) => Actor) => Promise<void>;
  /** Was it told to its end? */
  readonly isTold: (state: CaseState) => boolean;
}

/** In the order of their numbers. */
const stories: Readonly<Record<StoryName, Story>> = {
  mihon: {
    caseId: mihonCaseId,
    firstDay: firstDayOfStory,
    tell: async (desk, actor) => tellMihonFamily(desk, { aoi: actor('aoi'), midori: actor('midori') }),
    isTold: ({ handoffs }) => handoffs.some(({ main }) => main),
  },
  reiji: {
    caseId: reijiCaseId,
    firstDay: firstDayOfReiji,
    tell: async (desk, actor) =>
      tellReijiHouse(desk, {
        midori: actor('midori'),
        takashi: actor('takashi'),
        hiroshi: actor('hiroshi'),
        yukari: actor('yukari'),
      }),
    isTold: ({ placements }) => placements.some(({ sittingId }) => sittingId === reijiSittingIds.second),
  },
  karina: {
    caseId: karinaCaseId,
    firstDay: firstDayOfKarina,
    tell: async (desk, actor) =>
      tellKarinaFamily(desk, { sakura: actor('sakura'), midori: actor('midori'), makoto: actor('makoto') }),
    isTold: ({ withdrawals, past }) => past.withdrawals + withdrawals.length > 0,
  },
  kakuu: {
    caseId: kakuuCaseId,
    firstDay: firstDayOfKakuu,
    tell: async (desk, actor) =>
      tellKakuuFamily(desk, {
        aoi: actor('aoi'),
        midori: actor('midori'),
        takashi: actor('takashi'),
        hiroshi: actor('hiroshi'),
        sakura: actor('sakura'),
        yukari: actor('yukari'),
      }),
    isTold: ({ plans }) => plans.some(({ approval }) => approval !== null),
  },
};

/**
 * Puts the demo municipality, its invented people and its cases there, through the executor, with dates relative to the day of the start.
 * May be called at every start: what is there stays as it is, and a case that this build cannot read holds nothing up.
 * @returns the people one can sign in as
 */
export async function seedDemo({
  databaseUrl,
  rolePasswords,
  masterKey,
  olderMasterKeys,
  nowMs = Date.now(),
  only = storyNames,
}: SeedSettings): Promise<{ readonly people: readonly { readonly name: string; readonly role: string }[] }> {
  const profile = profileOf(municipality, { demo: true });
  const baseDay = dateOfMs(nowMs);
  const people = peopleOf(profile, baseDay);
  const dataSource = await openDataSource({
    databaseUrl: roleUrl(databaseUrl, 'app', rolePasswords.app),
    poolSize: 2,
    applicationName: 'tsunagi-demo',
  });
  try {
    await putPeople(dataSource, rulesOf(profile, baseDay).municipalityName, people);
    const clock = drivenClock(nowMs);
    const executor = new RecordExecutor({
      dataSource,
      definitions: definitionOf,
      contexts: profileContexts({ demo: true }),
      access: accessPolicy,
      cipher: new TextCipher(masterKey, olderMasterKeys),
      clock,
    });
    const calendar = calendarOf(profile, baseDay);
    for (const name of storyNames.filter((one) => only.includes(one))) {
      const { caseId, firstDay, tell, isTold } = stories[name];
      const told = await stateIfReadable(dataSource, caseId);
      if (told === 'unreadable' || (told && isTold(told))) continue;
      const desk = new DemoDesk(
        {
          executor,
          clock,
          calendar,
          nextDueAtMs: async (ref) => nextDueOf(dataSource, ref),
          // A story that was cut off goes on from the day it began with, so that its steps are the same ones.
          baseDay: told ? calendar.addOpenDays(told.openedOn, firstDay) : baseDay,
        },
        { municipality, kind: 'support-case', id: caseId },
      );
      await tell(desk, (login) => actorOf(people, login));
      await desk.passTo(nowMs);
    }
  } finally {
    await dataSource.destroy();
  }
  const agencyName = new Map(rulesOf(profile, baseDay).agencies.map(({ code, name }) => [code, name]));
  return {
    people: people.map(({ displayName, agency, duty }) => ({
      name: displayName,
      role: `${agencyName.get(agency) ?? agency} ${duty}`,
    })),
  };
}

/** The case as it stands, nothing when it was never told, or that its log does not fold: migrating has said so by name, and it is left alone. */
async function stateIfReadable(dataSource: DataSource, id: string): Promise<CaseState | 'unreadable' | undefined> {
  return inMunicipality(dataSource, { municipality }, async (tx) => {
    try {
      return (await caseOf(tx, id))?.state;
    } catch (error) {
      if (sqlState(error) !== undefined) throw error;
      return 'unreadable';
    }
  });
}

const nextDueOf = async (dataSource: DataSource, { kind, id }: RecordRef): Promise<number | null> =>
  inMunicipality(dataSource, { municipality }, async (tx) => {
    const record = await recordOf(tx, id, kind);
    return record ? nextDueAtMs(record.state.obligations) : null;
  });

const membershipId = (login: string): string => demoId(`membership ${login}`);

/** @throws when the demo has nobody of that login */
function actorOf(people: readonly DemoPerson[], login: string): Actor {
  const person = people.find((one) => one.login === login);
  if (!person) throw new Error(`the demo has nobody called ${login}`);
  return { kind: 'person', membershipId: membershipId(login), agency: person.agency, posts: person.posts };
}

async function putPeople(dataSource: DataSource, name: string, people: readonly DemoPerson[]): Promise<void> {
  await inMunicipality(dataSource, { municipality }, async (tx) => {
    await ensureMunicipality(tx, { name, isDemo: true });
    for (const { login, displayName, agency, posts } of people) {
      await ensureMembership(tx, {
        membershipId: membershipId(login),
        accountId: demoId(`account ${login}`),
        login,
        agency,
        posts,
        displayName,
        until: null,
      });
    }
  });
}
