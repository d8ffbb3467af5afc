import { SetMetadata } from '@nestjs/common';
import type { Action } from '#libs/access';

export const asksKey = 'tsunagi:asks';

/** What a route asks of the decision table in libs/access. A route without it does not boot (route-checks.ts). */
export const Asks = (action: Action): MethodDecorator => SetMetadata(asksKey, action);

export const byLinkKey = 'tsunagi:by-link';

/** An invitee has no session: who asks, the token in the path says, and the reply desk asks for them. */
export const ByLink = (): MethodDecorator => SetMetadata(byLinkKey, true);
