/**
 * What lies beside a process in its folder and must not get into the workflow bundle: the schemas of its inputs, the wording of its
 * notices, its intake. Found by the names of its regime and kind, so that a process is registered once. Not for workflow code.
 */
import { existsSync } from 'node:fs';
import type { z } from 'zod';
import type { ProcessContract } from './engine/contract.ts';
import { commonInputs } from './engine/input.ts';
import type { Intake } from './engine/intake.ts';
import { contracts, regimes } from './regimes.ts';

type Modules = Readonly<Record<string, unknown>>;

/** The folder of a process below this one, e.g. `sh-store/store-application`. */
export function folderOf({ regime, kind }: Pick<ProcessContract, 'regime' | 'kind'>): string {
  const dashed = kind.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
  return `${regimeFolder(regime)}/${dashed}`;
}

function regimeFolder(code: string): string {
  return code.toLowerCase().replaceAll('_', '-');
}

/**
 * Loads what a file beside each process exports under the kind and a suffix, e.g. `storeApplicationInputs` of `input.ts`.
 * @throws Error that names the file if it is not there or does not export that
 */
export async function besideEach<T>(
  file: string,
  suffix: string,
  of = Object.values(contracts),
): Promise<Record<string, T>> {
  const found = await Promise.all(
    of.map(async (contract) => {
      const path = `./${folderOf(contract)}/${file}.ts`;
      const module = (await import(/* @vite-ignore */ new URL(path, import.meta.url).href)) as Modules;
      const name = `${contract.kind}${suffix}`;
      if (module[name] === undefined) throw new Error(`${path} does not export ${name}.`);
      return [contract.kind, module[name] as T] as const;
    }),
  );
  return Object.fromEntries(found);
}

/**
 * What a layer of the house has for each regime in a folder of the regime's name, by the regime's code; a regime that needs nothing of
 * its own there has no such folder.
 * @param from `import.meta.url` of the layer; @param file e.g. `records`; @param name what the file exports
 */
export async function besideRegimes<T>(from: string, file: string, name: string): Promise<Readonly<Record<string, T>>> {
  const found = await Promise.all(
    regimes.map(async ({ code }) => {
      const url = new URL(`./${regimeFolder(code)}/${file}.ts`, from);
      if (!existsSync(url)) return [];
      const module = (await import(/* @vite-ignore */ url.href)) as Modules;
      if (module[name] === undefined) throw new Error(`${url.pathname} does not export ${name}.`);
      return [[code, module[name] as T] as const];
    }),
  );
  return Object.fromEntries(found.flat());
}

type Schemas = Readonly<Record<string, z.ZodType>>;

/** The input schema of every action, by kind. Read by the API and the signal bridge. */
export const inputs: Readonly<Record<string, Schemas>> = Object.fromEntries(
  Object.entries(await besideEach<Schemas>('input', 'Inputs')).map(([kind, own]) => [
    kind,
    { ...commonInputs, ...own },
  ]),
);

/** How cases are filed from outside, by kind; kinds that nobody files are left out. */
export const intakes: Readonly<Record<string, Intake>> = await besideEach<Intake>(
  'intake',
  'Intake',
  Object.values(contracts).filter((contract) => contract.intake !== undefined),
);
