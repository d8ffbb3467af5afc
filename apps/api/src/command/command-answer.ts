import { applyDecorators, HttpCode } from '@nestjs/common';
import { Answers } from '../description/answers.ts';

/** A route that gives a command: 200 also for what it makes, since a repeat is answered the same way. */
export const GivesCommand = (): ReturnType<typeof Answers<'CommandAnswer'>> =>
  applyDecorators(HttpCode(200), Answers('CommandAnswer') as MethodDecorator);
