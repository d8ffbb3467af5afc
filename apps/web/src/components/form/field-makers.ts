import type { MessageKey } from '../../messages/ja.ts';
import { t } from '../../messages/translate.ts';
import type { FieldSpec, Option } from './field-spec.ts';

type Extra = Partial<Pick<FieldSpec, 'hint' | 'optional' | 'when'>> & {
  readonly label?: string;
  readonly min?: string;
  readonly max?: string;
  readonly rows?: number;
};
type FieldName = Extract<MessageKey, `field.${string}`> extends `field.${infer Name}` ? Name : never;

const base = (
  name: FieldName,
  { label, ...extra }: Extra,
): { readonly name: string; readonly label: string } & Omit<Extra, 'label'> => ({
  name,
  label: label ?? t(`field.${name}`),
  ...extra,
});

/** Short makers, so that a form reads as the list of what it asks. The label is the field's name in the catalogue unless given. */
export const line = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'line', ...base(name, extra) });
export const story = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'story', ...base(name, extra) });
export const date = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'date', ...base(name, extra) });
export const time = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'time', ...base(name, extra) });
export const number = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'number', ...base(name, extra) });
export const tick = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'tick', ...base(name, extra) });
export const radio = (name: FieldName, options: readonly Option[], extra: Extra = {}): FieldSpec => ({
  kind: 'choice',
  layout: 'radio',
  options,
  ...base(name, extra),
});
export const select = (name: FieldName, options: readonly Option[], extra: Extra = {}): FieldSpec => ({
  kind: 'choice',
  layout: 'select',
  options,
  ...base(name, extra),
});
export const choices = (name: FieldName, options: readonly Option[], extra: Extra = {}): FieldSpec => ({
  kind: 'choices',
  options,
  ...base(name, extra),
});

/** Options of a list of codes: `optionsOf('concern', concernCodes)`. A list whose words are missing does not compile. */
export function optionsOf<Prefix extends string, Code extends string>(
  prefix: Prefix,
  codes: readonly (`${Prefix}.${Code}` extends MessageKey ? Code : never)[],
): readonly Option[] {
  return codes.map((code) => ({ value: code, label: t(`${prefix}.${code}` as MessageKey) }));
}
