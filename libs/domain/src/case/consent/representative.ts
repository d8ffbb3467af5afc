import { code, orNull, part, text, type Field } from '../../command/fields.ts';
import { representativeGrounds, type RepresentativeGround } from '../codes.ts';
import type { TextId } from '../case-state.ts';

/** 法定代理人 who speaks for the person: on which ground, and the name (R2). */
interface Representative {
  readonly ground: RepresentativeGround;
  readonly nameText: TextId;
}

export const representative = (): Field<Representative | null> =>
  orNull(part({ ground: code(representativeGrounds), nameText: text('representative-name', 200) }));
