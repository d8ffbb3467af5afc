import { ValidationPipe } from '@nestjs/common';
import type { ValidationError } from 'class-validator';
import { problem, ProblemError } from '../problem/problem.ts';
import type { FieldProblem } from '#libs/views';

/** Checks every body: nothing unknown gets in, nothing is guessed; each wrong field is told with its path. */
export const shapePipe = (): ValidationPipe =>
  new ValidationPipe({
    whitelist: true,
    forbidNonWhitelisted: true,
    forbidUnknownValues: true,
    transform: true,
    stopAtFirstError: true,
    exceptionFactory: (errors) => shapeProblem(errors),
  });

/** The 400 answer for fields that are not as they must be. */
function shapeProblem(errors: readonly ValidationError[]): ProblemError {
  const fields = errors.flatMap((error) => fieldProblems(error, ''));
  return new ProblemError(problem(400, 'shape.fields', '入力に直すところがあります。', { errors: fields }));
}

function fieldProblems(error: ValidationError, above: string): readonly FieldProblem[] {
  const path = above === '' ? error.property : `${above}.${error.property}`;
  const own = Object.entries(error.constraints ?? {}).map(([constraint, message]) =>
    told(path, error, constraint, message),
  );
  return [...own, ...(error.children ?? []).flatMap((child) => fieldProblems(child, path))];
}

function told(field: string, error: ValidationError, constraint: string, message: string): FieldProblem {
  if (constraint === 'whitelistValidation')
    return { field, code: 'shape.unknown-field', detail: 'この項目は受け取れません。' };
  if (error.value === undefined) return { field, code: 'shape.missing', detail: 'この項目が入っていません。' };
  return { field, code: codeOf(error, constraint), detail: message };
}

function codeOf(error: ValidationError, constraint: string): string {
  const context: unknown = error.contexts?.[constraint];
  return typeof context === 'object' && context !== null && 'code' in context && typeof context.code === 'string'
    ? context.code
    : 'shape.fields';
}
