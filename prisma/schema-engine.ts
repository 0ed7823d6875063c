/**
 * Prisma's schema engine, from its WebAssembly package: what `prisma migrate` does, without the native engine that the
 * command line would download.
 */
import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import * as bindings from '@prisma/schema-engine-wasm/schema_engine_bg';
import { ColumnTypeEnum, DriverAdapterError, bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory } from '@prisma/driver-adapter-utils';
import pg from 'pg';
import type { Pool, QueryArrayResult } from 'pg';

/** The engine; the methods used here are `applyMigrations`, `diff` and `diagnoseMigrationHistory`. */
export type SchemaEngine = bindings.SchemaEngine;

/** A schema file as the engine takes it. */
export interface SchemaFile {
  path: string;
  content: string;
}

/**
 * Opens an engine on a database, runs `work` and closes its connections. A failure of the engine arrives as an Error with
 * Prisma's own message.
 *
 * @param schemaFiles the Prisma schema, needed to make migrations; applying them does without
 */
export async function withSchemaEngine<T>(
  databaseUrl: string,
  schemaFiles: readonly SchemaFile[],
  work: (engine: SchemaEngine) => Promise<T>,
): Promise<T> {
  loadOnce();
  const adapters = collectingFactory(databaseUrl);
  const files: [string, string][] = schemaFiles.map(({ path, content }) => [path, content]);
  const factory = bindMigrationAwareSqlAdapterFactory(adapters.factory);
  try {
    const options = { datamodels: files.length ? files : undefined };
    const engine = await bindings.SchemaEngine.new(options, () => {}, factory);
    try {
      return await work(engine);
    } finally {
      engine.free();
    }
  } catch (error) {
    throw readable(error, adapters.failures);
  } finally {
    await adapters.close();
  }
}

/**
 * The adapter of `@prisma/adapter-pg`, with these differences: connections can be closed (the engine leaves them open);
 * a script goes to the server whole (the adapter's own cuts it at every semicolon, also inside the body of a trigger);
 * the catalogues can be read.
 */
function collectingFactory(databaseUrl: string) {
  const made = new PrismaPg({ connectionString: databaseUrl, max: 2 });
  const open = new Set<SqlDriverAdapter>();
  const failures: pg.DatabaseError[] = [];
  const whole = (adapter: SqlDriverAdapter): SqlDriverAdapter => {
    const pool = (adapter as SqlDriverAdapter & { underlyingDriver(): Pool }).underlyingDriver();
    adapter.executeScript = async (script) => {
      await pool.query(script).catch((error: unknown) => {
        if (!(error instanceof pg.DatabaseError)) throw error;
        failures.push(error);
        throw new DriverAdapterError(describe(error));
      });
    };
    teachChars(adapter, pool);
    const dispose = adapter.dispose.bind(adapter);
    adapter.dispose = async () => {
      if (open.delete(adapter)) await dispose();
    };
    open.add(adapter);
    return adapter;
  };
  const factory: SqlMigrationAwareDriverAdapterFactory = {
    provider: made.provider,
    adapterName: made.adapterName,
    connect: async () => whole(await made.connect()),
    // The adapter's own would take the main database for the shadow: a connection string outweighs a database's name.
    async connectToShadowDb() {
      const name = `anjuan_shadow_${randomUUID()}`;
      const url = new URL(databaseUrl);
      url.pathname = `/${name}`;
      await execute(databaseUrl, `CREATE DATABASE "${name}"`);
      const shadow = whole(await new PrismaPg({ connectionString: url.href, max: 1 }).connect());
      const dispose = shadow.dispose.bind(shadow);
      shadow.dispose = async () => {
        await dispose();
        await execute(databaseUrl, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
      };
      return shadow;
    },
  };
  return {
    factory,
    failures,
    async close() {
      for (const adapter of open) await adapter.dispose();
    },
  };
}

/** The engine never clears the timer that bounds its wait for the lock; it must not keep a finished process alive. */
function patientTimers(): Record<string, unknown> {
  const names = Object.keys(bindings).filter((name) => name.startsWith('__wbg_setTimeout_'));
  return Object.fromEntries(
    names.map((name) => [name, (run: () => void, ms: number) => setTimeout(run, ms >>> 0).unref()]),
  );
}

/** The part of WebAssembly used here; its types come with the browser's, which this repository does not include. */
interface WebAssemblyApi {
  Module: new (bytes: Uint8Array) => object;
  Instance: new (module: object, imports: object) => { exports: { __wbindgen_start(): void } };
}

async function execute(databaseUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(statement).finally(() => client.end());
}

/** An error of the database as the engine takes it: it then names the migration, and keeps the message in its table. */
function describe(error: pg.DatabaseError): ConstructorParameters<typeof DriverAdapterError>[0] {
  const { message, severity = 'ERROR', detail, column, hint, code = 'N/A' } = error;
  return {
    kind: 'postgres',
    code,
    severity,
    message,
    detail,
    column,
    hint,
    originalCode: code,
    originalMessage: message,
  };
}

/** PostgreSQL's one-byte type "char" stands in its catalogues alone; the adapter does not know it and would refuse. */
function teachChars(adapter: SqlDriverAdapter, pool: Pool): void {
  const [char, text] = [18, 25];
  const charColumns = new WeakMap<unknown[], number[]>();
  const query = pool.query.bind(pool) as (...args: unknown[]) => Promise<QueryArrayResult>;
  const renaming = async (...args: unknown[]) => {
    const result = await query(...args);
    const found: number[] = [];
    // A script of several statements answers with a list, which has no fields of its own.
    for (const [index, field] of Array.isArray(result) ? [] : result.fields.entries()) {
      if (field.dataTypeID !== char) continue;
      field.dataTypeID = text;
      found.push(index);
    }
    if (found.length) charColumns.set(result.rows, found);
    return result;
  };
  pool.query = renaming as typeof pool.query;
  const queryRaw = adapter.queryRaw.bind(adapter);
  adapter.queryRaw = async (params) => {
    const result = await queryRaw(params);
    for (const index of charColumns.get(result.rows) ?? []) result.columnTypes[index] = ColumnTypeEnum.Character;
    return result;
  };
}

let loaded = false;

function loadOnce(): void {
  if (loaded) return;
  // Not import.meta.resolve, which the module runner of the tests' global set-up does not have.
  const file = join(
    dirname(createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm')),
    'schema_engine_bg.wasm',
  );
  // Where the engine leaves its message when it panics.
  let panic = '';
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { get: () => panic, set_message: (message: string) => (panic = message) },
  });
  const { WebAssembly } = globalThis as unknown as { WebAssembly: WebAssemblyApi };
  const module = new WebAssembly.Module(readFileSync(file));
  const { exports } = new WebAssembly.Instance(module, {
    './schema_engine_bg.js': { ...bindings, ...patientTimers() },
  });
  bindings.__wbg_set_wasm(exports);
  exports.__wbindgen_start();
  loaded = true;
}

function readable(error: unknown, failures: readonly pg.DatabaseError[]): Error {
  const raw = error as { message?: string } | string | null;
  const message = typeof raw === 'string' ? raw : (raw?.message ?? String(error));
  // What the database said of a script beats the engine's rendering of it.
  const last = failures.at(-1);
  if (last)
    return new Error(`${last.message} (SQLSTATE ${last.code}${last.hint ? `; ${last.hint}` : ''})`, { cause: error });
  // The engine appends where in its own source it was; that helps nobody here.
  return new Error(message.split(/\n\s+0: /)[0], { cause: error });
}
