import type { OfferedCommand } from '#libs/domain';

/** Offered in a panel, beside what they are about; every other command stands at the top of the page. */
export const sittingPanelCommands: ReadonlySet<OfferedCommand> = new Set<OfferedCommand>([
  'add-item',
  'remove-item',
  'take-off-item',
  'give-disposition',
  'release-disposition',
  'add-invitee',
  'answer-invitation',
  'finish-call',
]);
