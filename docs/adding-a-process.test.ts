/**
 * Keeps `adding-a-process.md` true: does what the page says in a copy of the repository, where it must compile and pass the pure checks and
 * have touched its folder and one list alone. Then makes the mistakes that the page speaks of, which must be found as it says.
 */
import { execFile } from 'node:child_process';
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify, stripVTControlCharacters } from 'node:util';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const page = readFileSync(new URL('./adding-a-process.md', import.meta.url), 'utf8');

/** The blocks of the page that name their file. */
const blocks = [...page.matchAll(/^```(\w+) (\S+)\n([\s\S]*?)^```$/gm)].map(([, language, path, code]) => ({
  language: language as string,
  path: path as string,
  code: code as string,
}));
const files = blocks.filter(({ language }) => language !== 'diff');
const folder = dirname(files[0]?.path ?? '');
/** The list of the regime, and the lines that it gets. */
const list = blocks.find(({ language }) => language === 'diff') ?? { path: '', code: '' };
/** What the page says that one is told. */
const named = page.slice(page.indexOf('## What is said'));

/** What a copy needs so that the process compiles and the pure checks run. */
const PARTS = [
  'rules',
  'workflows',
  'activities',
  'api',
  'test/support',
  'dev/temporary-folder.ts',
  'package.json',
  'tsconfig.json',
  'vitest.config.ts',
];
const CHECKS: readonly [string, string, ...string[]] = [
  'workflows/contracts.test.ts',
  'api/case-authorization.test.ts',
  'activities/notices/render-notice.test.ts',
  'activities/notices/asks.test.ts',
  'workflows/sentences.test.ts',
  'workflows/form-words.test.ts',
];

/** Of the checks, those that are about this process; the other kinds are checked where they are. */
const ofTheProcess = 'dataObjection|HN-NET-15|the list of regimes';

/** Seconds by itself; other tests run beside it. */
const PATIENCE = 240_000;

let copy: string;
let before: Map<string, string>;

beforeAll(() => {
  copy = mkdtempSync(join(tmpdir(), 'adding-a-process-'));
  for (const part of PARTS) cpSync(join(root, part), join(copy, part), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'));
  before = contents();
  for (const { path, code } of files) write(path, code);
  write(list.path, withLines(readFileSync(join(copy, list.path), 'utf8'), list.code));
});

afterAll(() => rmSync(copy, { recursive: true, force: true }));

function write(path: string, code: string): void {
  mkdirSync(join(copy, dirname(path)), { recursive: true });
  writeFileSync(join(copy, path), code);
}

/** A file with the lines of a diff: a line after one that is taken out takes its place, any other is an import. */
function withLines(file: string, diff: string): string {
  const lines = diff.trim().split('\n');
  return lines.reduce((code, line, index) => {
    const previous = lines[index - 1];
    if (line.startsWith('-')) return code;
    if (previous?.startsWith('-')) {
      expect(code.split(previous.slice(1)), `'${previous.slice(1)}' stands once`).toHaveLength(2);
      return code.replace(previous.slice(1), line.slice(1));
    }
    return code.replace(/(?<=\n)(?=\nexport const )/, `${line.slice(1)}\n`);
  }, file);
}

/** A file of the process with a mistake. */
function mistaken(file: string, right: string | RegExp, wrong: string): string {
  const code = readFileSync(join(copy, folder, file), 'utf8');
  const altered = code.replace(right, wrong);
  if (altered === code) throw new Error(`${file} has no '${String(right)}' to make a mistake of.`);
  return altered;
}

/** Every file of the copy with what it holds. */
function contents(): Map<string, string> {
  const paths = globSync(
    PARTS.map((part) => (part.includes('.') ? part : `${part}/**/*.*`)),
    { cwd: copy },
  );
  return new Map(paths.map((path) => [path, readFileSync(join(copy, path), 'utf8')]));
}

function changed(): string[] {
  const after = contents();
  return [...new Set([...before.keys(), ...after.keys()])]
    .filter((path) => before.get(path) !== after.get(path))
    .sort();
}

/** Compiles the folder, and the workflows with what finds them; `altered` has other code for some of the files. */
function compile(altered: Readonly<Record<string, string>> = {}, former?: ts.Program) {
  const config = ts.readConfigFile(join(copy, 'tsconfig.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(config.config, ts.sys, copy);
  const host = ts.createCompilerHost(options);
  const read = host.getSourceFile.bind(host);
  host.getSourceFile = (path, ...rest) => {
    const code = altered[path];
    const known = former?.getSourceFile(path);
    if (code !== undefined) return ts.createSourceFile(path, code, rest[0]);
    return known ?? read(path, ...rest);
  };
  const sources = [...globSync(`${folder}/*.ts`, { cwd: copy }), 'workflows/beside.ts'];
  return ts.createProgram(
    sources.map((path) => join(copy, path)),
    options,
    host,
    former,
  );
}

function inWords(diagnostics: readonly ts.Diagnostic[]): string[] {
  return diagnostics.map(({ messageText }) => ts.flattenDiagnosticMessageText(messageText, '\n'));
}

/** Runs checks in the copy, as a person would: outside this run, and not as continuous integration. */
async function check(...args: string[]): Promise<{ passed: boolean; output: string }> {
  const env = Object.fromEntries(
    Object.entries(process.env).filter(([name]) => !/^(CI|VITEST.*|NODE_OPTIONS)$/.test(name)),
  );
  const vitest = [join(root, 'node_modules/vitest/vitest.mjs'), 'run', '--project', 'unit', ...args];
  try {
    const { stdout } = await promisify(execFile)(process.execPath, vitest, { cwd: copy, env, maxBuffer: 1 << 26 });
    return { passed: true, output: stripVTControlCharacters(stdout) };
  } catch (failed) {
    const { stdout = '', stderr = '' } = failed as { stdout?: string; stderr?: string };
    return { passed: false, output: stripVTControlCharacters(stdout + stderr) };
  }
}

describe('the process that the page adds', () => {
  let program: ts.Program;

  it('is not in the repository yet, and lies in one folder', () => {
    expect(before.has(`${folder}/contract.ts`), `${folder} has been built: take another example for the page`).toBe(
      false,
    );
    expect(new Set(files.map(({ path }) => dirname(path))).size).toBe(1);
  });

  it(
    'compiles, with the list of its regime and what derives from it',
    () => {
      program = compile();
      const own = [...files.map(({ path }) => path), list.path, 'workflows/regimes.ts', 'workflows/beside.ts'];
      const sources = own.filter((path) => path.endsWith('.ts')).map((path) => program.getSourceFile(join(copy, path)));
      expect(sources).not.toContain(undefined);
      const found = sources.flatMap((source) => ts.getPreEmitDiagnostics(program, source));
      expect(inWords(found)).toEqual([]);
    },
    PATIENCE,
  );

  it(
    'passes the pure checks without a server, and touches its folder and the list of its regime alone',
    async () => {
      const { passed, output } = await check(...CHECKS, folder, '-t', ofTheProcess);
      expect(passed, output).toBe(true);
      expect(output).toMatch(/Test Files\s+7 passed/);
      expect(changed()).toEqual([...files.map(({ path }) => path), `${folder}/names.txt`, list.path].sort());
    },
    PATIENCE,
  );

  it.each([
    ['process.ts', 'content.answerWithin', 'content.answerInside', `"content.answerInside"' is not assignable`],
    ['contract.ts', "at: ['HIDDEN']", "at: ['HIDEN']", `"HIDEN"' is not assignable`],
    ['process.ts', /^ +rejectObjection.*$/m, '', `'rejectObjection' is missing`],
    ['sentences.ts', /^ +answerObjection.*$/m, '', `'answerObjection' is missing`],
    ['wording.ts', 'objectionDecided:', 'objectionDone:', `'objectionDone' does not exist`],
    ['samples.ts', /^ {2}objectionDecided: [\s\S]*?^ {2}},$/m, '', `'objectionDecided' is missing`],
  ] as const)('does not compile with a mistake in %s: %s', (file, right, wrong, message) => {
    const path = join(copy, folder, file);
    const next = compile({ [path]: mistaken(file, right, wrong) }, program);
    expect(inWords(next.getSemanticDiagnostics(next.getSourceFile(path))).join('\n')).toContain(message);
    expect(named).toContain(message);
  });

  it(
    'fails the checks that the page names where the compiler cannot see it',
    async () => {
      const mistakes = [
        ['contract.ts', 'HN-NET-15.6', 'HN-NET-15-6', 'every action and deadline names its requirement and its clause'],
        ['contract.ts', "'Hide the pages'", "''", 'every title stands in both languages'],
        ['contract.ts', /RECEIVED/g, 'ARRIVED', 'a change of names.txt strands them'],
        [
          'contract.ts',
          "[party('provider')]",
          "[party('person')]",
          'lets do answerObjection whom who-may.txt names, and nobody else',
        ],
        [
          'input.ts',
          'keepHidden: z.strictObject({ reason })',
          'keepHidden: z.strictObject({})',
          'every adverse action asks for a reason in its schema',
        ],
        [
          'input.ts',
          "titled(words, '答复', 'Answer')",
          'words',
          'names each field, choice and reference in both languages',
        ],
        [
          'contract.ts',
          "{ stages: ['HIDDEN', 'TO_DECIDE'] }",
          'undefined as never',
          'says until when it is sent, or has a reason not to',
        ],
        ['input.ts', /^ +rejectObjection.*$/m, '', 'every action has an input schema and a handler'],
        ['wording.ts', "...list('已屏蔽', pages),", '', 'has the same parts in both languages'],
      ] as const;
      for (const [file, right, wrong] of mistakes) write(`${folder}/${file}`, mistaken(file, right, wrong));
      write(`${dirname(folder)}/forgotten/contract.ts`, '');
      const { passed, output } = await check(...CHECKS, '-t', ofTheProcess);
      expect(passed).toBe(false);
      const failures = output
        .split('\n')
        .filter((line) => line.includes('FAIL'))
        .join('\n');
      for (const message of [
        ...mistakes.map(([, , , says]) => says),
        'has every folder with a contract on the list of its regime',
      ]) {
        expect(failures).toContain(message);
        expect(named).toContain(message);
      }
      rmSync(join(copy, folder, 'who-may.txt'));
      const missing = 'data-objection/who-may.txt is missing';
      expect((await check(CHECKS[1], '-t', ofTheProcess)).output).toContain(missing);
      expect(named).toContain(missing);
    },
    PATIENCE,
  );
});
