import { dateOfMs } from '#libs/calendar';
import { accessPolicy } from '#libs/access';
import { definitionOf, type Actor } from '#libs/domain';
import {
  caseOf,
  drivenClock,
  ensureMembership,
  ensureMunicipality,
  inMunicipality,
  openDataSource,
  profileContexts,
  RecordExecutor,
  roleUrl,
  TextCipher,
} from '#libs/persistence';
import { calendarOf, peopleOf, profileOf, rulesOf, type DemoPerson } from '#libs/profiles';
import type { DataSource } from 'typeorm';
import { DemoDesk } from './demo-desk.ts';
import { demoId } from './demo-ids.ts';
import { firstDayOfStory, mihonCaseId, tellMihonFamily } from './mihon-family.ts';

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
}

/**
 * Puts the demo municipality, its invented people and its case there, through the executor, with dates relative to the day of the start.
 * May be called at every start: what is there stays as it is. @returns the people one can sign in as.
 */
export async function seedDemo({
  databaseUrl,
  rolePasswords,
  masterKey,
  olderMasterKeys,
  nowMs = Date.now(),
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
    const told = await inMunicipality(dataSource, { municipality }, async (tx) => caseOf(tx, mihonCaseId));
    if (!told?.state.handoffs.some(({ main }) => main)) {
      await putPeople(dataSource, rulesOf(profile, baseDay).municipalityName, people);
      const calendar = calendarOf(profile, baseDay);
      const clock = drivenClock(nowMs);
      // A story that was cut off goes on from the day it began with, so that its steps are the same ones.
      const executor = new RecordExecutor({
        dataSource,
        definitions: definitionOf,
        contexts: profileContexts({ demo: true }),
        access: accessPolicy,
        cipher: new TextCipher(masterKey, olderMasterKeys),
        clock,
      });
      const desk = new DemoDesk(
        {
          executor,
          clock,
          calendar,
          baseDay: told ? calendar.addOpenDays(told.state.openedOn, firstDayOfStory) : baseDay,
        },
        { municipality, kind: 'support-case', id: mihonCaseId },
      );
      await tellMihonFamily(desk, { aoi: actorOf(people, 'aoi'), midori: actorOf(people, 'midori') });
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
