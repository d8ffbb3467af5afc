import { Injectable, type PipeTransform } from '@nestjs/common';
import { draftLimits } from '#libs/persistence';
import { pageNotFound } from '../problem/edge-problems.ts';

const shape = /^[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+){0,3}$/u;

/** The form that a draft is of: up to four ids or codes joined by dots, so that no words of anybody stand in an address. */
@Injectable()
export class DraftPlace implements PipeTransform<string, string> {
  transform(value: string): string {
    if (value.length > draftLimits.placeLength || !shape.test(value)) throw pageNotFound();
    return value;
  }
}
