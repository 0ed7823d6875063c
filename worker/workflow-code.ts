import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '../config/payloads/data-converter.ts';
import { bundleWorkflowCode, type Logger, type WorkflowBundleWithSourceMap } from '@temporalio/worker';

/**
 * Builds the workflow code. All of it is evaluated once a worker and shared by the cases it keeps in memory, so none of it may hold
 * anything of a case: docs/decisions/0010-shared-modules.md.
 */
export function buildWorkflowCode(logger: Logger): Promise<WorkflowBundleWithSourceMap> {
  const workflowsPath = fileURLToPath(new URL('../workflows/index.ts', import.meta.url));
  return bundleWorkflowCode({
    workflowsPath,
    preloadModules: [workflowsPath, failureConverterPath],
    failureConverterPath,
    logger,
  });
}
