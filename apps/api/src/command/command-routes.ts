import { applyDecorators, Body, Controller, Param, Post, type Type, HttpCode } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import type { Action } from '#libs/access';
import type { RecordKind } from '#libs/contracts';
import { Asks } from '../access/asks.ts';
import { giverOf, SignedIn, type Viewer } from '../session/viewer.ts';
import type { GivenBody } from '../shape/command-body.dto.ts';
import { RecordId } from '../shape/record-id.pipe.ts';
import { bodyClassOf, pascalCase, type DescribedCommand } from './body-class.ts';
import type { CommandAnswer } from '#libs/views';
import { Answers } from '../description/answers.ts';
import { CommandDesk } from './command-desk.ts';
import { recordAddresses, type RecordAddress } from './record-addresses.ts';

/** `POST <records>/{id}/{command}` for every command that people give, and the addresses at which records begin: one class a kind. */
export const commandControllers: readonly Type[] = Object.entries(recordAddresses).map(([kind, address]) =>
  controllerFor(kind as RecordKind, address),
);

function controllerFor(kind: RecordKind, { tag, path, beginsAt, beginnings, commands }: RecordAddress): Type {
  @ApiTags(tag)
  @Controller(path)
  class CommandController {
    readonly desk: CommandDesk;

    constructor(desk: CommandDesk) {
      this.desk = desk;
    }
  }
  Object.defineProperty(CommandController, 'name', { value: `${pascalCase(tag)}CommandController` });

  for (const unit of beginnings) {
    const begin: Handler = async function (viewer, body) {
      return this.desk.give(giverOf(viewer), { kind }, unit, body);
    };
    addRoute(CommandController, unit, beginsAt[unit.type] ?? '', begin);
  }
  for (const unit of commands) {
    const give: Handler = async function (viewer, body, id) {
      return this.desk.give(giverOf(viewer), { kind, id }, unit, body);
    };
    addRoute(CommandController, unit, `:id/${unit.type}`, give);
    Param('id', RecordId)(CommandController.prototype, unit.type, 2);
  }
  return CommandController;
}

type Handler = (
  this: { readonly desk: CommandDesk },
  viewer: Viewer,
  body: GivenBody,
  id: string,
) => Promise<CommandAnswer>;

/** Adds a method of the command's name, with what decorators and the compiler would write on one that stood in the class. */
function addRoute(controller: Type, unit: DescribedCommand, path: string, handler: Handler): void {
  const prototype = controller.prototype as object;
  const { type } = unit;
  // The description of the API finds a method's parameters by the name of its function.
  Object.defineProperty(handler, 'name', { value: type });
  const descriptor = { value: handler, writable: true, enumerable: false, configurable: true };
  Object.defineProperty(prototype, type, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, bodyClassOf(unit), String], prototype, type);
  SignedIn()(prototype, type, 0);
  Body()(prototype, type, 1);
  // 200 also for what it makes, since a repeat is answered the same way.
  const answers = Answers('CommandAnswer') as MethodDecorator;
  applyDecorators(Post(path), HttpCode(200), Asks(type as Action), answers)(prototype, type, descriptor);
}
