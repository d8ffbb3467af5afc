export { bundleRecordWorkflows, writeWorkflowBundle } from '../workflow-bundle.ts';
