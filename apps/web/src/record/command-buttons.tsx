import type { ReactNode } from 'react';
import type { Offer } from '#libs/views';
import { Button } from '../components/button.tsx';
import { labelOf } from '../messages/translate.ts';
import type { FormDoor } from './use-form-door.ts';

export interface CommandButton {
  /** The form that opens. */
  readonly form: string;
  /** The commands it may send; the button is there when one of them is allowed. Without it: the form's own name. */
  readonly sends?: Offer['allowed'];
  readonly target?: string;
  readonly look?: 'primary' | 'danger';
  /** What it is about, for a screen reader: the buttons of several persons must differ. */
  readonly about?: string;
}

/** The forms that may be opened now; what is not allowed has no button. */
export function CommandButtons({
  buttons,
  allowed,
  door,
}: {
  readonly buttons: readonly CommandButton[];
  readonly allowed: readonly string[];
  readonly door: FormDoor;
}): ReactNode {
  return buttons
    .filter(({ form, sends }) => (sends ?? [form]).some((command) => allowed.includes(command)))
    .map(({ form, target, look, about }) => (
      <Button
        key={`${form}-${target ?? ''}`}
        look={look ?? 'secondary'}
        aria-label={about === undefined ? undefined : `${labelOf('command', form)}(${about})`}
        onClick={() => {
          door.open(form, target);
        }}
      >
        {labelOf('command', form)}
      </Button>
    ));
}
