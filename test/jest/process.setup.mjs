/** Runs in every test file before anything is imported: decorators write their metadata through this. */
import 'reflect-metadata';
