/** What a browser loads before it shows a page, compressed: offices have slow lines. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { buildConsole } from '../dev/build-console.ts';
import { temporaryFolder } from '../dev/temporary-folder.ts';

interface Chunk {
  readonly file: string;
  readonly css?: readonly string[];
  readonly imports?: readonly string[];
}

const folder = temporaryFolder('console-budget');
let manifest: Readonly<Record<string, Chunk>>;

beforeAll(async () => {
  await buildConsole(fileURLToPath(new URL('..', import.meta.url)), folder.path);
  manifest = JSON.parse(readFileSync(join(folder.path, '.vite/manifest.json'), 'utf8')) as typeof manifest;
});
afterAll(() => folder.remove());

/** The files that a chunk cannot do without. */
function filesOf(name: string, seen = new Set<string>()): Set<string> {
  const chunk = manifest[name];
  if (chunk === undefined) throw new Error(`There is no ${name} in the build.`);
  for (const file of [chunk.file, ...(chunk.css ?? [])]) seen.add(file);
  for (const other of chunk.imports ?? []) if (!seen.has(manifest[other]?.file ?? '')) filesOf(other, seen);
  return seen;
}

/** Kilobytes of a page with everything around it. */
function weightOf(page: string | null): number {
  const files = new Set([...filesOf('index.html'), ...(page === null ? [] : filesOf(page))]);
  const bytes = [...files].map((file) => gzipSync(readFileSync(join(folder.path, file))).length);
  return bytes.reduce((sum, one) => sum + one, 0) / 1000;
}

it.each([
  [null, 200],
  ['public/complaint-kind-page.tsx', 200],
  ['public/track-page.tsx', 200],
  ['public/directory-page.tsx', 200],
  ['applications/draft-page.tsx', 200],
  ['cases/case-page.tsx', 200],
  ['stores/store-page.tsx', 200],
  ['inbox/inbox-page.tsx', 330],
] as const)('%s is at most %i kB at first load', (page, most) => {
  expect(weightOf(page)).toBeLessThan(most);
});
