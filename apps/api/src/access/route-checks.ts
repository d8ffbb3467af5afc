import { RequestMethod } from '@nestjs/common';
import {
  METHOD_METADATA,
  PARAMTYPES_METADATA,
  PATH_METADATA,
  ROUTE_ARGS_METADATA,
  RouteParamtypes,
} from '@nestjs/common/internal';
import type { ModulesContainer } from '@nestjs/core';
import type { Action } from '#libs/access';
import { asksKey } from './asks.ts';

/** A route as its decorators tell it. */
export interface RouteEntry {
  readonly method: string;
  readonly path: string;
  /** `Controller.handler`, for messages. */
  readonly name: string;
  readonly asks: Action | undefined;
  /** Class of the `@Body`, as the compiler emitted it; nothing when there is no body. */
  readonly body: unknown;
}

/** Every route of every controller that was built. */
export function routeTable(modules: ModulesContainer): readonly RouteEntry[] {
  return [...modules.values()].flatMap((module) =>
    [...module.controllers.values()].flatMap(({ metatype }) =>
      typeof metatype === 'function' ? routesOf(metatype) : [],
    ),
  );
}

/**
 * Refuses to start with a route that asks nothing of libs/access, or whose body would not be checked: `import type` of a DTO leaves
 * `Object` behind, and validation is off without a word.
 */
export function assertRoutes(routes: readonly RouteEntry[]): void {
  const unasked = routes.filter(({ asks }) => asks === undefined).map(({ name }) => `${name} has no @Asks`);
  const unchecked = routes
    .filter(({ body }) => body === Object)
    .map(({ name }) => `${name} takes a @Body of type Object`);
  const wrong = [...unasked, ...unchecked];
  if (wrong.length > 0) throw new Error(`routes that must not serve: ${wrong.join('; ')}`);
}

type Controller = abstract new (...parts: never[]) => object;

function routesOf(metatype: object): readonly RouteEntry[] {
  const controller = metatype as Controller;
  const base: unknown = Reflect.getMetadata(PATH_METADATA, controller);
  const prototype = controller.prototype as Record<string, unknown>;
  return Object.getOwnPropertyNames(prototype).flatMap((name) => {
    const handler = prototype[name];
    if (typeof handler !== 'function') return [];
    const method: unknown = Reflect.getMetadata(METHOD_METADATA, handler);
    if (typeof method !== 'number') return [];
    const path: unknown = Reflect.getMetadata(PATH_METADATA, handler);
    return [
      {
        method: RequestMethod[method] ?? String(method),
        path: `/${[base, path].filter((part) => typeof part === 'string' && part !== '' && part !== '/').join('/')}`,
        name: `${controller.name}.${name}`,
        asks: Reflect.getMetadata(asksKey, handler) as Action | undefined,
        body: bodyOf(controller, prototype, name),
      },
    ];
  });
}

function bodyOf(controller: Controller, prototype: object, name: string): unknown {
  const places: unknown = Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name);
  const types: unknown = Reflect.getMetadata(PARAMTYPES_METADATA, prototype, name);
  const place = Object.entries((places ?? {}) as Record<string, { readonly index: number }>).find(([key]) =>
    key.startsWith(`${RouteParamtypes.BODY}:`),
  );
  return place && Array.isArray(types) ? (types[place[1].index] as unknown) : undefined;
}
