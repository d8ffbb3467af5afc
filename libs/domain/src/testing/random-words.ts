import type { RecordKind, RecordRef } from '#libs/contracts';
import type { Said } from './domain-desk.ts';

/** Something that somebody may say to a record. */
export interface Proposal {
  readonly ref: RecordRef;
  readonly command: Said;
  readonly as?: 'manager' | 'deputy' | 'workflow';
}

export const agencies = ['office', 'houkatsu', 'kikan', 'shakyo', 'clinic', 'minsei', 'police'] as const;

export const caseSystem = [
  'propose-for-support-meeting',
  'ask-for-sheets',
  'begin-planning',
  'ask-for-review',
  'ask-for-approval',
  'tell-roles',
  'ask-for-monitoring',
  'begin-evaluation',
  'tell-recipients-of-withdrawal',
  'close-case',
] as const;
export const sittingSystem = [
  'send-invitations',
  'open-phone-tasks',
  'tell-required-absence',
  'close-sitting',
] as const;

export const systemCommandsOf = { 'support-case': caseSystem, sitting: sittingSystem } as const satisfies Record<
  RecordKind,
  readonly string[]
>;
export const systemCommands: ReadonlySet<string> = new Set([...caseSystem, ...sittingSystem]);

/** The command of a procedure that a `next-step` stands for. */
export const systemOf = (key: string): string =>
  [...systemCommands].find((type) => key.startsWith(`next-step/${type}`)) ??
  (key.startsWith('next-step/tell-recipients') ? 'tell-recipients-of-withdrawal' : 'close-case');
