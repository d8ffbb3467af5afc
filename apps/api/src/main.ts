import 'reflect-metadata';
import { readApiConfig } from './config.ts';
import { startApi } from './start-api.ts';

const api = await startApi(readApiConfig());

const stop = (): void => {
  // Requests under way are answered first; then the process ends by itself.
  void api.close();
};
process.once('SIGTERM', stop);
process.once('SIGINT', stop);
