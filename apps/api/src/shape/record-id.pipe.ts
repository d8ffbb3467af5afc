import { Injectable, type PipeTransform } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { notFound } from '../problem/edge-problems.ts';

/** The id of a record in a path. What cannot be one is as missing as one that is not there. */
@Injectable()
export class RecordId implements PipeTransform<string, string> {
  transform(value: string): string {
    if (!isUUID(value, 'all')) throw notFound();
    return value.toLowerCase();
  }
}
