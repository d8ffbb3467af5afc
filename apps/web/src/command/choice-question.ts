import {
  choicesIn,
  textIn,
  textOrNull,
  type FieldSpec,
  type FieldValues,
  type Option,
} from '../components/form/field-spec.ts';
import { t } from '../messages/translate.ts';
import type { Ask } from './asking.ts';

/** A field as a page asks it: its widgets, what stands in them at first, and what the command holds of it afterwards. */
export interface Question {
  readonly specs: readonly FieldSpec[];
  readonly start: FieldValues;
  readonly read: (values: FieldValues) => unknown;
}

/** What every widget has. */
export type Frame = Pick<FieldSpec, 'name' | 'label' | 'hint' | 'when'> & { readonly optional: boolean };

export interface Asked {
  readonly frame: Frame;
  readonly ask: Ask;
  readonly nullable: boolean;
}

/** The value that stands for the words of `none`. */
const none = 'none';
const radioAtMost = 5;

/** Text as it was typed; of what may be `null`, nothing is `null`. */
export const wordsOf =
  ({ frame: { name }, nullable }: Asked) =>
  (values: FieldValues): string | null =>
    nullable ? textOrNull(values, name) : textIn(values, name);

/** One of them: all in sight where they are few. */
export function oneChoice(asked: Asked, all: readonly Option[], usually?: 'select'): Question {
  const { frame, ask } = asked;
  const options = [...(ask.options ?? all), ...(ask.none === undefined ? [] : [{ value: none, label: ask.none }])];
  const own = usually ?? (options.length > radioAtMost ? 'select' : 'radio');
  const words = wordsOf(asked);
  return {
    specs: [{ kind: 'choice', layout: ask.as === 'radio' || ask.as === 'select' ? ask.as : own, options, ...frame }],
    start: { [frame.name]: '' },
    read: (values) => (ask.none !== undefined && textIn(values, frame.name) === none ? null : words(values)),
  };
}

/** Any number of them. */
export const severalChoices = ({ frame, ask }: Asked, all: readonly Option[]): Question => ({
  specs: [{ kind: 'choices', options: ask.options ?? all, ...frame }],
  start: { [frame.name]: [] },
  read: (values) => choicesIn(values, frame.name),
});

/** First whether all of them, and if not, which. */
export function allOrSome({ frame, ask }: Asked, all: readonly Option[]): Question {
  const extent = `${frame.name}.extent`;
  const isSome = (values: FieldValues): boolean => textIn(values, extent) === 'some';
  return {
    specs: [
      {
        ...frame,
        kind: 'choice',
        layout: 'radio',
        name: extent,
        label: t('field.extent'),
        options: [
          { value: 'all', label: t('extent.all') },
          { value: 'some', label: t('extent.some') },
        ],
      },
      onlyWhen(isSome, { kind: 'choices', ...frame, options: ask.options ?? all }),
    ],
    start: { [extent]: '', [frame.name]: [] },
    read: (values) => (isSome(values) ? choicesIn(values, frame.name) : 'all'),
  };
}

/** One of them for each of the record's own that the page names. */
export function onePerId({ frame, ask: { each = [] } }: Asked, options: readonly Option[]): Question {
  const nameOf = (id: string): string => `${frame.name}.${id}`;
  return {
    specs: each.map(({ id, label }) => ({
      kind: 'choice',
      layout: 'radio',
      ...frame,
      name: nameOf(id),
      label,
      options,
    })),
    start: Object.fromEntries(each.map(({ id }) => [nameOf(id), ''])),
    read: (values) => Object.fromEntries(each.map(({ id }) => [id, textIn(values, nameOf(id))])),
  };
}

/** The same widget, under a further condition. */
export function onlyWhen(condition: Ask['when'], spec: FieldSpec): FieldSpec {
  if (condition === undefined) return spec;
  const { when } = spec;
  return { ...spec, when: (values) => condition(values) && (when?.(values) ?? true) };
}
