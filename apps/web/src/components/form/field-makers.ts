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

export const tick = (name: FieldName, extra: Extra = {}): FieldSpec => ({ kind: 'tick', ...base(name, extra) });
export const radio = (name: FieldName, options: readonly Option[], extra: Extra = {}): FieldSpec => ({
  kind: 'choice',
  layout: 'radio',
  options,
  ...base(name, extra),
});
