import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController, type OpenAPIObject } from '@nestjs/swagger';
import { Asks } from '../access/asks.ts';
import { ApiDescription } from './api-description.ts';

@ApiExcludeController()
@Controller('api/openapi.json')
export class DescriptionController {
  readonly #description: ApiDescription;

  constructor(description: ApiDescription) {
    this.#description = description;
  }

  @Get()
  @Asks('openapi.read')
  get(): OpenAPIObject {
    return this.#description.get();
  }
}
