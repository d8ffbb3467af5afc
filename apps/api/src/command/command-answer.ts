import { applyDecorators, HttpCode } from '@nestjs/common';
import { ApiOkResponse, ApiProperty } from '@nestjs/swagger';

/** What a command was answered with: the record's newest event, the versions of its parts, the id of a record it began. */
export class CommandAnswer {
  @ApiProperty({ type: 'integer' })
  readonly seq!: number;

  @ApiProperty({ type: 'object', additionalProperties: { type: 'integer' } })
  readonly parts!: Readonly<Record<string, number>>;

  @ApiProperty({ type: String, format: 'uuid', required: false })
  readonly id?: string;
}

/** A route that gives a command: 200 also for what it makes, since a repeat is answered the same way. */
export const GivesCommand = (): MethodDecorator =>
  applyDecorators(HttpCode(200), ApiOkResponse({ type: CommandAnswer }));
