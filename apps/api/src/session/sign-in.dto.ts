import { Uuid } from '../shape/ids.ts';

/** Which of the demo's people signs in. */
export class SignInDto {
  @Uuid()
  readonly membershipId!: string;
}
