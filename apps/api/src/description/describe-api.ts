import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { answerComponents } from './answers.ts';

type Operation = NonNullable<OpenAPIObject['paths'][string]['get']>;

const problemResponse = { $ref: '#/components/responses/Problem' };

/** The description of every route under /api: what is asked from DTOs (docs/decisions/0005), what is answered from libs/views (0010). */
export function describeApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('つなぎ')
    .setDescription('支援ケースと会議の運営。誤りはすべて application/problem+json (RFC 9457) で返ります。')
    .setVersion('1')
    .addCookieAuth('tsunagi_session')
    .build();
  const described = SwaggerModule.createDocument(app, frame, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/u, '')}_${method}`,
  });
  const { components } = described;
  return {
    ...described,
    components: {
      ...components,
      schemas: { ...components?.schemas, ...answerComponents() },
      responses: {
        Problem: {
          description: 'problem details',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
    paths: Object.fromEntries(
      Object.entries(described.paths).map(([path, item]) => [
        path,
        Object.fromEntries(
          Object.entries(item as Readonly<Record<string, Operation>>).map(([method, operation]) => [
            method,
            withProblems(path, operation),
          ]),
        ),
      ]),
    ),
  };
}

/** The refusals a route of that shape can give, and `default` for what befalls any of them (405, 413, 415, 500, 503). */
function withProblems(path: string, operation: Operation): Operation {
  const parameters = (operation.parameters ?? []) as readonly { readonly in: string }[];
  const takesInput = operation.requestBody !== undefined || parameters.some((one) => one.in === 'query');
  const outside = path.startsWith('/api/o/') || path === '/api/health';
  const statuses = [
    ...(takesInput ? [400] : []),
    ...(outside ? [] : [401, 403]),
    ...(path.includes('{') ? [404] : []),
    ...(operation.requestBody === undefined ? [] : [409]),
  ];
  return {
    ...operation,
    responses: {
      ...Object.fromEntries(statuses.map((status) => [status, problemResponse])),
      ...operation.responses,
      default: problemResponse,
    },
  };
}
