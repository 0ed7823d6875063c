import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '../config/payloads/data-converter.ts';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

const inWorkflows = (file: string) => fileURLToPath(new URL(`../workflows/${file}`, import.meta.url));

/** Builds the workflow code. The pure modules are evaluated once a worker and shared by its cases: see `workflows/shared.ts`. */
export function buildWorkflowCode(logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  return bundleWorkflowCode({
    workflowsPath: inWorkflows('index.ts'),
    preloadModules: [inWorkflows('shared.ts')],
    failureConverterPath,
    logger,
  });
}
