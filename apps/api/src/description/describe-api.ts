import type { INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { ProblemDto } from './problem.dto.ts';

/** The description of every route under /api, from the decorators of controllers and DTOs (docs/decisions/0005). */
export function describeApi(app: INestApplication): OpenAPIObject {
  const frame = new DocumentBuilder()
    .setTitle('つなぎ')
    .setDescription('支援ケースと会議の運営。誤りはすべて application/problem+json (RFC 9457) で返ります。')
    .setVersion('1')
    .addCookieAuth('tsunagi_session')
    .addGlobalResponse({
      status: 'default',
      description: 'problem details',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/ProblemDto' } } },
    })
    .build();
  return SwaggerModule.createDocument(app, frame, {
    extraModels: [ProblemDto],
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/u, '')}_${method}`,
  });
}
