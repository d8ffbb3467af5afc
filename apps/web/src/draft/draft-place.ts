import type { RecordKind } from '#libs/contracts';
import { recordPage } from '../record/record-page.ts';

/** Which form a draft is of, and what it is called in a list. Ids and codes alone: it stands in an address. */
export interface DraftOf {
  readonly place: string;
  readonly title: string;
}

const kinds = { cases: 'support-case', sittings: 'sitting' } as const satisfies Readonly<Record<string, RecordKind>>;
type Folder = keyof typeof kinds;
const isFolder = (name: string): name is Folder => Object.hasOwn(kinds, name);

/** A form over the page of a record. */
export const placeOfForm = (address: string, form: string, target: string | null): string =>
  [...address.replace(/^\/api\//u, '').split('/'), form, ...(target === null ? [] : [target])].map(plain).join('.');

/** An address may name anything; a place holds ids and codes. */
const plain = (part: string): string => part.replaceAll(/[^A-Za-z0-9-]/gu, '-').slice(0, 40);

/** A page that is a form: '/cases/new', and what it begins from. */
export const placeOfPage = (path: string, ...from: readonly string[]): string =>
  [...path.split('/').filter((part) => part !== ''), ...from].join('.');

/** Where the form of a draft opens again; nothing for one that no page has any more. */
export function wayToDraft(place: string): string | undefined {
  const [folder = '', id = '', form, target] = place.split('.');
  if (!isFolder(folder)) return undefined;
  if (folder === 'sittings' && id === 'new') {
    if (form === undefined) return undefined;
    const search = new URLSearchParams({ ...(target === undefined ? {} : { case: target }), kind: form });
    return `/sittings/new?${search.toString()}`;
  }
  if (form === undefined) return id === 'new' || id === 'advice' ? `/${folder}/${id}` : undefined;
  const search = new URLSearchParams({ do: form, ...(target === undefined ? {} : { target }) });
  return `${recordPage(kinds[folder], id)}?${search.toString()}`;
}
