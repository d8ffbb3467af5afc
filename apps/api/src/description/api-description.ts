import { Injectable } from '@nestjs/common';
import type { OpenAPIObject } from '@nestjs/swagger';

/** The OpenAPI description, made when it is first asked for. */
@Injectable()
export class ApiDescription {
  #make: (() => OpenAPIObject) | undefined;
  #made: OpenAPIObject | undefined;

  isMadeBy(make: () => OpenAPIObject): void {
    this.#make = make;
  }

  get(): OpenAPIObject {
    this.#made ??= this.#make?.();
    if (!this.#made) throw new Error('nobody has said how the API is described');
    return this.#made;
  }
}
