import { consentItemClasses, consentMethods, consentPurposes, representativeGrounds } from '#libs/domain';
import type { ConsentItemClass, ConsentMethod, ConsentPurpose, RepresentativeGround } from '#libs/domain';
import { Code, CodeList } from '../../shape/codes.ts';
import { PartBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { LocalCodeList, Uuid } from '../../shape/ids.ts';
import { Part } from '../../shape/nested.ts';
import { Text } from '../../shape/text.ts';

/** 法定代理人 who consents for the person. */
export class RepresentativeDto {
  @Code(representativeGrounds)
  readonly ground!: RepresentativeGround;

  @Text({ slot: 'representative-name', max: 200 })
  readonly nameText!: string;
}

/** 本人同意 of one person: dated, scoped (R2). */
export class RecordConsentDto extends PartBody {
  @Uuid()
  readonly personId!: string;

  @Code(['given', 'refused'])
  readonly status!: 'given' | 'refused';

  @DateOnly()
  readonly on!: string;

  @Code(consentMethods)
  readonly method!: ConsentMethod;

  @LocalCodeList()
  readonly agencies!: string[];

  @CodeList(consentPurposes)
  readonly purposes!: ConsentPurpose[];

  @CodeList(consentItemClasses)
  readonly itemClasses!: ConsentItemClass[];

  @Part(RepresentativeDto, { nullable: true })
  readonly representative!: RepresentativeDto | null;

  @DateOnly({ nullable: true })
  readonly reviewOn!: string | null;
}
