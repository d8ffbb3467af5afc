import 'reflect-metadata';
import { argv } from 'node:process';
import { realRooms } from './open-rooms.ts';
import { runLocal } from './run-local.ts';

// Explicit: a handle that some library forgot must not keep a closed Tsunagi in the terminal.
process.exit(await runLocal(argv.slice(2), realRooms()));
