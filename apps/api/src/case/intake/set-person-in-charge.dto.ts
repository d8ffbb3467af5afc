import { PartBody } from '../../shape/command-body.dto.ts';
import { Uuid } from '../../shape/ids.ts';

/** `null`: nobody is in charge, which is a stall cause. */
export class SetPersonInChargeDto extends PartBody {
  @Uuid({ nullable: true })
  readonly membershipId!: string | null;
}
