import { SetMetadata } from '@nestjs/common';
import type { Action } from '#libs/access';

export const asksKey = 'tsunagi:asks';

/** What a route asks of the decision table in libs/access. A route without it does not boot (route-checks.ts). */
export const Asks = (action: Action): MethodDecorator => SetMetadata(asksKey, action);
