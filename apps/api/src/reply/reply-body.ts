import { sittingCommands } from '#libs/domain';
import { bodyClassOf } from '../command/body-class.ts';

export const answerInvitation = sittingCommands['answer-invitation'];
// Which invitation is answered, the link says; and whoever holds it answers for itself.
const { invitationId: _byLink, heard: _own, ...fields } = answerInvitation.fields;

/** The answer of an invited agency, given by its own link. */
export class ReplyDto extends bodyClassOf({ type: 'reply', fields }) {}
