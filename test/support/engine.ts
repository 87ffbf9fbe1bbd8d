/** Workflow JSON on n8n's own engine, with n8n's own HTTP, credentials, retries and cancellation. */
export { testCredential } from './credentialTest';
export type { CredentialData } from './credentialsHelper';
export { DeduplicationStore } from './deduplication';
export { runWorkflow, startWorkflow } from './execution';
export type { EngineOptions, EngineResult, StartedWorkflow } from './execution';
export { listSearch } from './listSearch';
export type { ListSearchOptions } from './listSearch';
export { combine, fromClasses, fromNodesBase, fromPackage } from './nodeTypes';
export type { CredentialClass, NodeClass, NodeTypeSource } from './nodeTypes';
export { runNode, startNode } from './singleNode';
export type { NodeOptions } from './singleNode';
export { errorItems, workflowOf } from './workflowFile';
export type { Items, WorkflowFile } from './workflowFile';
