import type { sittingCommands, OfferedType } from '#libs/domain';

/** Offered in a panel, beside what they are about; every other command stands at the top of the page. */
export const sittingPanelCommands: ReadonlySet<string> = new Set<
  OfferedType<(typeof sittingCommands)[keyof typeof sittingCommands]>
>(['add-item', 'remove-item', 'give-disposition', 'add-invitee', 'answer-invitation']);
