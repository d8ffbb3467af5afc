import { concernCodes, relationCodes, schemeCodes, schemeOutcomeCodes } from '#libs/domain';
import type { ConcernCode, NewPerson, RelationCode, SchemeCode, SchemeOutcomeCode } from '#libs/domain';
import { Code, CodeList } from '../../shape/codes.ts';
import { CommandBody } from '../../shape/command-body.dto.ts';
import { DateOnly } from '../../shape/dates.ts';
import { LocalCode } from '../../shape/ids.ts';
import { ListOf } from '../../shape/nested.ts';
import { WholeNumber, YesNo } from '../../shape/numbers.ts';
import { Text } from '../../shape/text.ts';

export class TriedSchemeDto {
  @Code(schemeCodes)
  readonly scheme!: SchemeCode;

  @LocalCode()
  readonly by!: string;

  @Code(schemeOutcomeCodes)
  readonly outcome!: SchemeOutcomeCode;
}

export class NewPersonDto {
  @Code(['person', 'householdMember'])
  readonly role!: NewPerson['role'];

  @Code(relationCodes)
  readonly relation!: RelationCode;

  @WholeNumber({ min: 1850, max: 2200, nullable: true })
  readonly birthYear!: number | null;

  @Text({ slot: 'person-name', max: 200 })
  readonly nameText!: string;
}

/** 相談受付 (R1, R11, R51). Ids of the persons and the case number are made by the server. */
export class OpenCaseDto extends CommandBody {
  @DateOnly()
  readonly receivedOn!: string;

  @LocalCode()
  readonly point!: string;

  @Code(['withConsent', 'withoutConsent'])
  readonly version!: 'withConsent' | 'withoutConsent';

  @YesNo()
  readonly urgent!: boolean;

  @CodeList(concernCodes, { min: 1 })
  readonly concerns!: ConcernCode[];

  @Code(concernCodes)
  readonly worstConcern!: ConcernCode;

  @ListOf(TriedSchemeDto, { max: 50 })
  readonly triedSchemes!: TriedSchemeDto[];

  @ListOf(NewPersonDto, { min: 1, max: 30 })
  readonly persons!: NewPersonDto[];

  @Text({ slot: 'story', max: 20_000 })
  readonly storyText!: string;

  @Text({ slot: 'reporter', max: 2_000, nullable: true })
  readonly reporterText!: string | null;

  @Text({ slot: 'contact-rules', max: 4_000, nullable: true })
  readonly contactRulesText!: string | null;
}
