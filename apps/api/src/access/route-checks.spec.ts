import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { Body, Controller, Get, Param, Post } from '@nestjs/common';
import type { ModulesContainer } from '@nestjs/core';
import { ModulesContainer as Modules, NestFactory } from '@nestjs/core';
import { describeWithoutDatabase } from '../description/describe-without-database.ts';
import { PartBody } from '../shape/command-body.dto.ts';
import { Asks } from './asks.ts';
import { assertRoutes, routeTable } from './route-checks.ts';

@Controller('good')
class GoodController {
  @Get()
  @Asks('health.read')
  read(): void {}

  @Post(':id')
  @Asks('evaluate-now')
  give(@Param('id') _id: string, @Body() _dto: PartBody): void {}
}

@Controller('unasked')
class UnaskedController {
  @Get()
  read(): void {}
}

@Controller('unchecked')
class UncheckedController {
  @Post()
  @Asks('evaluate-now')
  // What the compiler leaves of a DTO that was imported as a type.
  give(@Body() _dto: object): void {}
}

const built = async (...controllers: (new () => object)[]): Promise<ModulesContainer> => {
  const SomeModule = class extends Object {};
  const app = await NestFactory.createApplicationContext({ module: SomeModule, controllers }, { logger: false });
  const modules = app.get(Modules);
  await app.close();
  return modules;
};

describe('the routes at boot', () => {
  it('are read from their decorators', async () => {
    expect(routeTable(await built(GoodController))).toEqual([
      { method: 'GET', path: '/good', name: 'GoodController.read', asks: 'health.read', body: undefined },
      { method: 'POST', path: '/good/:id', name: 'GoodController.give', asks: 'evaluate-now', body: PartBody },
    ]);
  });

  it('do not serve without a question to libs/access', async () => {
    const routes = routeTable(await built(GoodController, UnaskedController));
    expect(() => {
      assertRoutes(routes);
    }).toThrow('UnaskedController.read has no @Asks');
  });

  it('do not serve with a body that nobody checks', async () => {
    const routes = routeTable(await built(UncheckedController));
    expect(() => {
      assertRoutes(routes);
    }).toThrow('UncheckedController.give takes a @Body of type Object');
  });

  it('of the API pass, every one, and each body is described', async () => {
    // Booting is the check: it throws otherwise.
    const { paths } = await describeWithoutDatabase();
    const commands = Object.entries(paths).filter(([path, { post }]) => post && path !== '/api/session');
    expect(commands.length).toBeGreaterThan(40);
    for (const [, { post }] of commands) expect(JSON.stringify(post?.requestBody)).toMatch(/schemas\/\w+(Dto|Body)"/u);
  });
});
