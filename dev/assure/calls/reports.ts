/** What schemathesis wrote down of a run: a report at its end, and each event as it came, which is all there is if it was ended before. */
import { createReadStream, existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** The formats that a run is told to write. */
export const FORMATS = 'json,ndjson';

/** A check that did not hold, and of which operation. */
export interface Failure {
  readonly code: string;
  readonly title: string;
  readonly operation: string;
}

/** What a run has found. */
export interface Found {
  readonly failures: readonly Failure[];
  /** what schemathesis itself stumbled over */
  readonly errors: readonly unknown[];
}

interface Report {
  readonly failures: readonly (Omit<Failure, 'operation'> & { readonly operations: readonly string[] })[];
  readonly errors: readonly unknown[];
}

interface Event {
  readonly ScenarioFinished?: {
    readonly recorder: {
      readonly checks: Readonly<
        Record<string, readonly { readonly failure_info?: { readonly failure: Failure } | null }[]>
      >;
    };
  };
}

/** The report of a run that came to its end; null if there is none, or it was cut short. */
export function wholeReport(dir: string): Found | null {
  const file = fileIn(dir, '.json');
  const report = file === undefined ? undefined : parsed<Report>(readFileSync(file, 'utf8'));
  if (report === undefined) return null;
  const { failures, errors } = report;
  return {
    failures: failures.flatMap(({ operations, code, title }) =>
      operations.map((operation) => ({ code, title, operation })),
    ),
    errors,
  };
}

/** What a run had found when it ended too early: each failure once, by the events written until then. */
export async function foundSoFar(dir: string): Promise<Found> {
  const file = fileIn(dir, '.ndjson');
  const failures = new Map<string, Failure>();
  if (file !== undefined) {
    for await (const line of createInterface({ input: createReadStream(file) })) {
      // The last line may be half of one.
      const checks = parsed<Event>(line)?.ScenarioFinished?.recorder.checks ?? {};
      for (const { failure_info: info } of Object.values(checks).flat()) {
        if (info == null) continue;
        const { code, title, operation } = info.failure;
        failures.set(`${operation} ${code} ${title}`, { code, title, operation });
      }
    }
  }
  return { failures: [...failures.values()], errors: [] };
}

/** The file of this kind; the folder is not made before schemathesis has read the document. */
function fileIn(dir: string, ending: string): string | undefined {
  const name = existsSync(dir) ? readdirSync(dir).find((one) => one.endsWith(ending)) : undefined;
  return name === undefined ? undefined : join(dir, name);
}

function parsed<T>(words: string): T | undefined {
  try {
    return JSON.parse(words) as T;
  } catch {
    return undefined;
  }
}
