import { sittingCommands } from '#libs/domain';
import { bodyClassOf } from '../command/body-class.ts';

export const answerInvitation = sittingCommands['answer-invitation'];
// Which invitation is answered, the link says.
const { invitationId: _byLink, ...fields } = answerInvitation.fields;

/** The answer of an invited agency, given by its own link. */
export class ReplyDto extends bodyClassOf({ type: 'reply', fields }) {}
