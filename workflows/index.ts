/** The workflows by name (`workflowTypes` in contracts): what the bundle is built from. */
export { supportCase } from './support-case/support-case.workflow.ts';
export { sitting } from './sitting/sitting.workflow.ts';
