import 'reflect-metadata';
import { dataSourceOptions } from '#libs/persistence';
import type { OpenAPIObject } from '@nestjs/swagger';
import { DataSource } from 'typeorm';
import { partsOver } from '../api-parts.ts';
import type { ApiConfig } from '../config.ts';
import { createApi } from '../create-api.ts';
import { ApiDescription } from './api-description.ts';

/** The description of the API as it would serve, made without a database: nothing is asked of one until a request comes. */
export async function describeWithoutDatabase(): Promise<OpenAPIObject> {
  const databaseUrl = 'postgres://nobody@localhost/none';
  const config: ApiConfig = {
    databaseUrl,
    rolePasswords: { app: '', clock: '' },
    masterKey: Buffer.alloc(32).toString('base64'),
    host: '127.0.0.1',
    port: 0,
    publicUrl: 'http://localhost',
    demo: true,
  };
  const unopened = new DataSource(dataSourceOptions({ databaseUrl }));
  const app = await createApi(config, partsOver(config, { app: unopened, commands: unopened, clockRole: unopened }));
  try {
    return app.get(ApiDescription).get();
  } finally {
    await app.close();
  }
}
