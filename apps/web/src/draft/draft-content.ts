import type { FieldValue, FieldValues } from '../components/form/field-spec.ts';

/** A command that was sent and not answered: the same content goes again under the same id. */
export interface Sent {
  readonly id: string;
  readonly text: string;
}

/** What is kept of a form: what was typed, on top of which version, and what of it was already on its way. */
export interface FormDraft {
  readonly values: FieldValues;
  readonly version?: number;
  readonly sent?: Sent;
}

/** @returns nothing when it is no draft of ours */
export function readDraft(content: string | null, initial: FieldValues): FormDraft | undefined {
  if (content === null) return undefined;
  const { values, version, sent } = parsed(content);
  if (typeof values !== 'object' || values === null) return undefined;
  return {
    // A field that the form no longer has is left out; one it has got since begins as always.
    values: {
      ...initial,
      ...Object.fromEntries(Object.entries(values as FieldValues).filter(([name]) => Object.hasOwn(initial, name))),
    },
    ...(typeof version === 'number' ? { version } : {}),
    ...(isSent(sent) ? { sent } : {}),
  };
}

function parsed(content: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(content);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}

const isSent = (sent: unknown): sent is Sent =>
  typeof sent === 'object' &&
  sent !== null &&
  'id' in sent &&
  typeof sent.id === 'string' &&
  'text' in sent &&
  typeof sent.text === 'string';

/** Whether nothing was typed: what is missing is as good as empty. */
export function sameValues(a: FieldValues, b: FieldValues): boolean {
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((name) => same(a[name] ?? '', b[name] ?? ''));
}

function same(a: FieldValue | FieldValues, b: FieldValue | FieldValues): boolean {
  if (typeof a !== 'object' || typeof b !== 'object') return a === b;
  if (Array.isArray(a) || Array.isArray(b))
    return (
      Array.isArray(a) &&
      Array.isArray(b) &&
      a.length === b.length &&
      a.every((one: string | FieldValues, index) => same(one, (b as readonly (string | FieldValues)[])[index] ?? ''))
    );
  return sameValues(a as FieldValues, b as FieldValues);
}
