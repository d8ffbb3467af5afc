import { describe, expect, it } from '@jest/globals';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import {
  caseBeginnings,
  caseCommands,
  definitionOf,
  orderedBefore,
  sittingBeginnings,
  sittingCommands,
  type Actor,
} from '#libs/domain';
import { TextCipher } from '#libs/persistence';
import { commandFrom } from '../../apps/api/src/command/command-from.ts';
import type { DescribedCommand } from '../../apps/api/src/command/body-class.ts';
import { whatWasOrdered } from '../../libs/persistence/src/testing/index.ts';

// What the API of a release was sent, and the fingerprints that it kept of it: the very requests and rows.

interface Kept {
  readonly type: string;
  readonly recordId: string;
  readonly actor: Actor;
  readonly body: { readonly commandId: string };
  /** Hex. */
  readonly fingerprint: string;
  /** Of the sitting that it went to, if it is one. */
  readonly items: readonly { readonly caseId: string; readonly caseNumber: string }[];
}

const units: Readonly<Record<string, DescribedCommand>> = {
  ...caseBeginnings,
  ...caseCommands,
  ...sittingBeginnings,
  ...sittingCommands,
};
const ofSittings = new Set(Object.keys({ ...sittingBeginnings, ...sittingCommands }));

const keptOf = (release: string): readonly Kept[] => {
  const file = join(import.meta.dirname, release, 'repeats.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Kept[]) : [];
};
const all = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap(({ name }) => keptOf(name).map((kept) => [name, kept.type, kept] as const));
const cipher = new TextCipher(Buffer.alloc(32, 7).toString('base64'));

/** The fingerprints under which the request would be known today: that of this build, and that of the release before. */
function fingerprintsOf({ type, recordId, actor, items }: Kept, body: object): readonly string[] {
  const unit = units[type];
  if (!unit) throw new Error(`${type} is no command any more`);
  const { command, texts } = commandFrom(unit, body);
  const kind = ofSittings.has(type) ? 'sitting' : 'support-case';
  const ref = { municipality: 'higashiagatsuma', kind, id: recordId } as const;
  const forms = [command, orderedBefore(command, actor, { items })].flatMap((form) => form ?? []);
  return forms.map((form) =>
    cipher
      .fingerprint(whatWasOrdered({ ref, command: form, texts, actor, commandId: '' }, definitionOf))
      .toString('hex'),
  );
}

describe('a request that a release has carried out', () => {
  it.each(all)('is known again when it comes after the upgrade: %s %s', (_release, _type, kept) => {
    expect(fingerprintsOf(kept, kept.body)).toContain(kept.fingerprint);
  });

  it.each(all)('is not taken for another one: %s %s', (_release, _type, kept) => {
    const stranger: Kept = { ...kept, actor: { kind: 'person', membershipId: 'else', agency: 'hoken', posts: [] } };
    expect(fingerprintsOf(stranger, kept.body)).not.toContain(kept.fingerprint);
    const otherwise = Object.fromEntries(
      Object.entries(kept.body).map(([name, value]) => [
        name,
        name.endsWith('Text') || name.endsWith('On') ? '別の内容' : value,
      ]),
    );
    if (JSON.stringify(otherwise) !== JSON.stringify(kept.body))
      expect(fingerprintsOf(kept, otherwise)).not.toContain(kept.fingerprint);
  });
});
