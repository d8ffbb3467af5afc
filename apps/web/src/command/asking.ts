import type { FieldSpec, FieldValues, Option } from '../components/form/field-spec.ts';

/** What the body of a command holds, or a part of it. */
export type Body = Readonly<Record<string, unknown>>;

type InnerOf<T> = NonNullable<T> extends readonly (infer Row)[] ? Row : NonNullable<T>;

/** What a page says of one field where its kind alone does not tell how it is asked. */
export interface Ask<T = unknown> {
  readonly label?: string;
  /** Instead of the hint of the catalogue; `null` for none. */
  readonly hint?: string | null | undefined;
  /** The widget, where it is another than the kind's own. */
  readonly as?: 'radio' | 'select' | 'line';
  /** What may be chosen, where it is less than everything. */
  readonly options?: readonly Option[];
  /** Words of a choice that means that there is none: it has to be chosen and not left empty. */
  readonly none?: string;
  readonly optional?: boolean;
  /** Asked only when this holds. */
  readonly when?: (values: FieldValues) => boolean;
  /** What is sent while it is not asked, where that is neither `null` nor nothing chosen. */
  readonly otherwise?: unknown;
  readonly rows?: number;
  readonly min?: string;
  readonly max?: string;
  /** Rows that are always there, where the form wants more than the command. */
  readonly least?: number;
  /** The record's own (goals, persons) for each of which a code is asked, or a row of a list. */
  readonly each?: readonly { readonly id: string; readonly label: string }[];
  /** How the fields of a part or of a row are asked. */
  readonly inner?: Asking<InnerOf<T>>;
}

/** How a command is asked on this page now: only what its fields do not tell. */
export interface Asking<Holds = Body> {
  /** What the page knows and does not ask. */
  readonly known?: Partial<Holds>;
  /** The order of the questions; those not named come last, in the order of the command. */
  readonly order?: readonly string[];
  readonly ask?: { readonly [Name in keyof Holds]?: Ask<Holds[Name]> };
  /** Questions of the page alone, on which others depend. */
  readonly also?: readonly FieldSpec[];
  /** What stands in the form at the beginning. */
  readonly start?: FieldValues;
  /** A last touch to the body, where a question of the page stands for a field. */
  readonly send?: (body: Body, values: FieldValues) => Body;
  /** What it is about, above the questions. */
  readonly about?: string;
  readonly look?: 'danger';
}
