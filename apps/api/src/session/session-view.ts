import { ApiProperty } from '@nestjs/swagger';

export class MunicipalityName {
  @ApiProperty({ type: String })
  readonly code!: string;

  @ApiProperty({ type: String })
  readonly name!: string;
}

/** Who is signed in. */
export class SessionView {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly membership!: string;

  @ApiProperty({ type: String })
  readonly displayName!: string;

  @ApiProperty({ type: String })
  readonly agency!: string;

  @ApiProperty({ type: [String] })
  readonly posts!: string[];

  @ApiProperty({ type: () => MunicipalityName })
  readonly municipality!: MunicipalityName;

  @ApiProperty({ type: Boolean, description: 'デモ(架空の記録)' })
  readonly demo!: boolean;
}

export class DemoPersonView {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly membershipId!: string;

  @ApiProperty({ type: String })
  readonly displayName!: string;

  @ApiProperty({ type: String })
  readonly agency!: string;

  @ApiProperty({ type: String })
  readonly agencyName!: string;

  @ApiProperty({ type: [String] })
  readonly posts!: string[];

  @ApiProperty({ type: String, description: 'その人がすること' })
  readonly roleText!: string;
}

export class DemoPeopleView {
  @ApiProperty({ type: () => [DemoPersonView] })
  readonly people!: DemoPersonView[];
}
