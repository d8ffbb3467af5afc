import { anyRelation, everybody, grant, grounds, signedIn, takingPart, workers, type Grant } from './grants.ts';
import type { ReadAction } from './question.ts';

/** The secretariat sees every record of the municipality, as its office task. */
const secretariat = grant(['coordinator'], ['competentSection', 'coordinatingBody']);
const secretariatReading = grant(['coordinator'], ['competentSection', 'coordinatingBody'], ['office']);
/** Managers see where records stand, not what is written about people (R65). */
const overseeing = grant(['manager', 'deputy'], ['competentSection']);
/** … unless they presided, or write down why they read it: lists without content, content with a reason that is logged. */
const overseeingContent = grant(['manager', 'deputy'], ['competentSection'], ['presiding', 'reason']);
const beforeSignIn = [grant(['anonymous', ...signedIn], anyRelation)];
const anyoneSignedIn = [grant(signedIn, anyRelation)];
const anyone = [grant(everybody, anyRelation)];
const ownLink = [grant(['invitee'], ['itemMember'])];

/** Who may read what. An agency sees only records in which it takes part, and texts only on a ground (R65). */
export const readingTable = {
  'case.read': [grant(workers, [...takingPart, 'handoffReceiver']), secretariat, overseeing],
  // whoever only has a つなぎ to answer sees its letter, the stage and how many people it is about
  'case.read-work': [grant(workers, takingPart), secretariat, overseeing],
  'case.read-texts': [grant(workers, [...takingPart, 'handoffReceiver'], grounds), secretariatReading],
  // who it is: also for whom a つなぎ named the person
  'person.read': [grant(workers, [...takingPart, 'handoffReceiver'], [...grounds, 'handoff']), secretariatReading],
  // who it was that told is for those who wrote it down, and for nobody else: not for the office, not for who takes the lead over
  'intake.read-reporter': [grant(workers, takingPart, ['ownRecord'])],
  // that there is a 支援会議での検討, and where it stands
  'track.read': [grant(workers, takingPart, ['supportMeeting106_6', 'ownRecord']), secretariat, overseeing],
  // what is thought about and done under 106条の6 stays with those who sat there, and with who did it
  'track.read-texts': [grant(workers, takingPart, ['supportMeeting106_6', 'ownRecord']), secretariatReading],
  // what an agency asked the secretariat for
  'meeting-request.read-texts': [grant(workers, takingPart, ['ownRecord']), secretariatReading],
  // what came of one agenda item, and the 決定事項 from it (R24)
  'case-item.read-texts': [
    grant(workers, takingPart, grounds),
    secretariatReading,
    grant(['manager', 'deputy'], ['participant', 'itemMember'], ['consent', 'supportMeeting106_6']),
  ],
  // of whoever wrote it; the 主担当機関 reads it by consent
  'sheet.read-texts': [
    grant(workers, takingPart, ['ownRecord']),
    grant(workers, ['lead'], ['consent']),
    secretariatReading,
  ],
  // モニタリング, 評価 and what follows the end: the way by consent
  'support.read-texts': [grant(workers, takingPart, ['consent', 'ownRecord']), secretariatReading],
  // the letter of a つなぎ is the sender's to write and the receiver's to read
  'handoff.read-texts': [
    grant(workers, [...takingPart, 'handoffReceiver'], ['ownRecord', 'handoff']),
    secretariatReading,
  ],
  // who decides on a plan reads it with a reason that is logged (R65)
  'plan.read-texts': [
    grant(workers, takingPart, ['consent', 'ownRecord']),
    secretariatReading,
    grant(['manager', 'deputy'], ['competentSection'], ['reason']),
  ],
  'sitting.read': [grant(signedIn, ['itemMember']), secretariat, overseeing],
  // who was asked and has answered, which cases are on it: without a word about people
  'sitting.oversee': [secretariat, overseeing],
  // why it was called at short notice or called off, and who comes instead of whom
  'sitting.read-texts': [secretariat, overseeingContent],
  'item.read-texts': [
    grant([...workers, 'manager', 'deputy'], ['itemMember'], ['consent', 'supportMeeting106_6']),
    secretariat,
    overseeingContent,
  ],
  'board.read': [secretariat, overseeing],
  'case.list': anyoneSignedIn,
  'my-work.read': anyoneSignedIn,
  'sitting.list': anyoneSignedIn,
  'profile.read': anyoneSignedIn,
  'session.read': anyoneSignedIn,
  'session.end': anyoneSignedIn,
  'session.begin': beforeSignIn,
  'demo-people.list': beforeSignIn,
  // what somebody has not sent yet is theirs alone
  'draft.keep': anyoneSignedIn,
  'reply.read': ownLink,
  'pages.read': anyone,
  'health.read': anyone,
  'openapi.read': anyone,
} as const satisfies Record<ReadAction, readonly Grant[]>;
