import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, expect, it } from 'vitest';
import { LockedError, takeLock } from './folder-lock.ts';
import { endLeftover } from './leftover.ts';
import { processInfo } from './process-info.ts';
import { describeExit, startProgram } from './program.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder('program-test');
afterAll(() => folder.remove());

const node = (script: string) => ({ command: process.execPath, args: ['-e', script] });

it('stops a program that listens, and ends one by force that does not', async () => {
  const polite = await startProgram({
    name: 'polite',
    ...node('process.on("SIGTERM", () => process.exit(7)); setInterval(() => {}, 1e3); console.log("up")'),
  });
  const deaf = await startProgram({
    name: 'deaf',
    ...node('process.on("SIGTERM", () => {}); setInterval(() => {}, 1e3); console.log("up")'),
  });
  for (const program of [polite, deaf])
    while (program.lastLines().length === 0) await new Promise((resume) => setTimeout(resume, 10));
  expect(await polite.stop()).toEqual({ code: 7, signal: null });
  expect(await deaf.stop(50)).toEqual({ code: null, signal: 'SIGKILL' });
});

const shell = (script: string) => ({ command: '/bin/sh', args: ['-c', script] });

it.skipIf(process.platform === 'win32')('tells how a program ended, with lines that come after its end', async () => {
  const script = '(sleep 0.1; echo "no database" >&2) & exit 3';
  const program = await startProgram({ name: 'The worker', ...shell(script) });
  const exit = await program.exited;
  expect(describeExit(program, exit)).toBe('The worker ended with exit code 3.\n  no database');
});

it.skipIf(process.platform === 'win32')('has ended although a program of its own holds its output open', async () => {
  const program = await startProgram({ name: 'The worker', ...shell('sleep 600 & exit 3') });
  expect(await program.exited).toEqual({ code: 3, signal: null });
  process.kill(-program.pid, 'SIGKILL');
});

it('says which program cannot be started', async () => {
  await expect(startProgram({ name: 'go build', command: join(folder.path, 'nothing'), args: [] })).rejects.toThrow(
    /^go build could not be started/,
  );
});

it('ends what a killed owner left, and spares what a living owner runs', async () => {
  const note = { file: join(folder.path, 'process.json'), mark: 'left-behind-mark' };
  const module = pathToFileURL(join(import.meta.dirname, 'program.ts')).href;
  const script = `
    const { startProgram } = await import(${JSON.stringify(module)});
    await startProgram({ name: 'x', command: process.execPath, args: ['-e', 'setInterval(() => {}, 1e3)', 'left-behind-mark'], note: ${JSON.stringify(note)} });
    console.log('started'); setInterval(() => {}, 1e3);`;
  const owner = spawn(process.execPath, ['--input-type=module', '-e', script], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(owner.stdout, 'data');
  const { pid } = JSON.parse(readFileSync(note.file, 'utf8')) as { pid: number };

  await expect(endLeftover(note, 'PostgreSQL')).rejects.toThrow(/already running/);
  expect(processInfo(pid)).toBeDefined();

  owner.kill('SIGKILL');
  await once(owner, 'exit');
  await endLeftover(note, 'PostgreSQL');
  expect(processInfo(pid)).toBeUndefined();
  expect(existsSync(note.file)).toBe(false);
});

it('spares a stranger whose process id stands in an old note', async () => {
  const note = { file: join(folder.path, 'old.json'), mark: 'a-text-no-command-line-holds' };
  const stranger = await startProgram({ name: 'stranger', ...node('setInterval(() => {}, 1e3)') });
  writeFileSync(note.file, JSON.stringify({ pid: stranger.pid, owner: 1, mark: note.mark }));
  await endLeftover(note, 'PostgreSQL');
  expect(processInfo(stranger.pid)).toBeDefined();
  await stranger.kill();
});

it('holds a lock against others and takes over from the dead', async () => {
  const file = join(folder.path, 'lock');
  const release = takeLock(file);
  expect(() => takeLock(file)).toThrow(LockedError);
  release();
  const dead = await startProgram({ name: 'dead', ...node('') });
  await dead.exited;
  writeFileSync(file, `${dead.pid}\n`);
  takeLock(file)();
  expect(existsSync(file)).toBe(false);
});
