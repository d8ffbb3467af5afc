/** Commands that the workflow of a case gives; the same executor decides them. */
export type CaseSystemCommand =
  | { readonly type: 'propose-for-support-meeting' }
  | { readonly type: 'ask-for-sheets' }
  | { readonly type: 'begin-planning' }
  | { readonly type: 'ask-for-review' }
  | { readonly type: 'ask-for-approval' }
  | { readonly type: 'tell-roles' }
  | { readonly type: 'ask-for-monitoring' }
  | { readonly type: 'begin-evaluation' }
  | { readonly type: 'tell-recipients-of-withdrawal' }
  | { readonly type: 'close-case' };

/** Commands that the workflow of a sitting gives. */
export type SittingSystemCommand =
  | { readonly type: 'send-invitations' }
  | { readonly type: 'open-phone-tasks' }
  | { readonly type: 'tell-required-absence' }
  | { readonly type: 'close-sitting' };

export type SystemCommand = CaseSystemCommand | SittingSystemCommand;
