/** PostgreSQL's own programs, `pg_dump` and `pg_restore`, run as children. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { text } from 'node:stream/consumers';
import { BackupError } from './backup-error.ts';

export interface ProgramOptions {
  readonly args: readonly string[];
  /** Folder of the programs; on the PATH when left out. */
  readonly folder?: string | undefined;
  /** The database; its password goes by the environment, where other users of the machine do not see it. */
  readonly databaseUrl?: string;
  readonly input?: Readable;
  /** What takes the output; collected and answered when left out. */
  readonly output?: (stream: Readable) => Promise<void>;
}

/**
 * What writing into a program ends with that needs no more and closes its input: which of them depends on whether something was still
 * to be written. Neither is a fault of what was given.
 */
const CLOSED_BY_READER = ['EPIPE', 'ERR_STREAM_PREMATURE_CLOSE'];

/** Runs a program to its end and answers what it printed. @throws BackupError with its last words if it cannot run or fails */
export async function run(name: 'pg_dump' | 'pg_restore', options: ProgramOptions): Promise<string> {
  const { args, folder, databaseUrl, input, output } = options;
  const command = folder === undefined ? name : join(folder, name);
  const child = spawn(
    command,
    [...args, ...(databaseUrl === undefined ? [] : [`--dbname=${withoutPassword(databaseUrl)}`])],
    {
      env: { ...process.env, LC_ALL: 'C', ...(databaseUrl !== undefined && { PGPASSWORD: passwordOf(databaseUrl) }) },
      stdio: ['pipe', 'pipe', 'pipe'],
    },
  );
  const ended = new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  const complaints = text(child.stderr);
  const taken = output === undefined ? text(child.stdout) : output(child.stdout).then(() => '');
  const given = pipeline(input ?? Readable.from([]), child.stdin);
  try {
    const [code, printed, fed, words] = await Promise.all([ended, settled(taken), settled(given), complaints]);
    if (fed.status === 'rejected' && !CLOSED_BY_READER.some((one) => hasCode(fed.reason, one))) throw fed.reason;
    if (code !== 0) {
      const why = words.trim().split('\n').slice(-5).join('\n') || `exit code ${String(code)}`;
      throw new BackupError(`${name} 失败：${why}`, `${name} failed: ${why}`);
    }
    if (printed.status === 'rejected') throw printed.reason;
    return printed.value;
  } catch (failure) {
    child.kill();
    if (!hasCode(failure, 'ENOENT')) throw failure;
    throw new BackupError(
      `没有找到程序 ${command}：请安装 PostgreSQL 的客户端程序（版本不低于服务器），或在 PG_PROGRAMS 中写明其文件夹。`,
      `There is no program ${command}: install the client programs of PostgreSQL (no older than the server), or name their folder in PG_PROGRAMS.`,
    );
  }
}

function hasCode(failure: unknown, code: string): boolean {
  return failure instanceof Error && (failure as NodeJS.ErrnoException).code === code;
}

async function settled<T>(promise: Promise<T>): Promise<PromiseSettledResult<T>> {
  const [result] = await Promise.allSettled([promise]);
  return result;
}

function withoutPassword(databaseUrl: string): string {
  const url = new URL(databaseUrl);
  url.password = '';
  return url.href;
}

function passwordOf(databaseUrl: string): string {
  return decodeURIComponent(new URL(databaseUrl).password);
}
