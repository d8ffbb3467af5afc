export { describedBeginnings as caseBeginnings, describedCaseCommands as caseCommands } from '#libs/domain';
