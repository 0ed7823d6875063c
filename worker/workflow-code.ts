import { fileURLToPath } from 'node:url';
import { failureConverterPath } from '../config/payloads/data-converter.ts';
import {
  bundleWorkflowCode,
  type BundleOptions,
  type Logger,
  type WorkflowBundleWithSourceMap,
} from '@temporalio/worker';

/** What the runtime of the product runs as it stands. */
const TARGET = 'es2022';

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
    webpackConfigHook: forThisNode,
    logger,
  });
}

type WebpackConfig = Parameters<NonNullable<BundleOptions['webpackConfigHook']>>[0];

/**
 * The SDK writes the code as for Node 8, where private members are look-ups in weak maps and every spread is a function. Node of the product knows them
 * itself.
 */
function forThisNode(config: WebpackConfig): WebpackConfig {
  const compilers = (config.module?.rules ?? []).flatMap((rule) => {
    const { use } = (rule ?? {}) as { readonly use?: { readonly options?: { jsc?: { target?: string } } } };
    return use?.options?.jsc ?? [];
  });
  if (compilers.length === 0)
    throw new Error('The SDK compiles workflow code in another way than was known: see worker/workflow-code.ts.');
  for (const compiler of compilers) compiler.target = TARGET;
  return config;
}
