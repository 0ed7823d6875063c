/** A virus scanner beside the platform: ClamAV's daemon, reached by its own protocol. Without one nothing is scanned. */
import { Readable } from 'node:stream';
import NodeClam from 'clamscan';
import type { ScannerAddress } from '../../config/settings.ts';
import { refuse } from '../../rules/refusal.ts';

/** Milliseconds that a scanner may take for a file. */
const LONGEST = 60_000;

/** Says whether a file is known to be harmful. */
export interface Scanner {
  /**
   * @returns names of what was found; none for a file that is clean
   * @throws Refusal UNAVAILABLE if the scanner does not answer, or not in words it should
   */
  scan(content: Buffer): Promise<readonly string[]>;
}

/** The scanner at an address. */
export function clamd(address: ScannerAddress, longest = LONGEST): Scanner {
  return {
    async scan(content) {
      const answer = await withTimeout(scanned(address, content, longest), longest).catch(refuseUnscanned);
      if (answer.isInfected === true) return answer.viruses.length > 0 ? answer.viruses : ['?'];
      return answer.isInfected === false ? [] : refuseUnscanned();
    },
  };
}

interface Answer {
  /** Null for an answer that says neither. */
  readonly isInfected: boolean | null;
  readonly viruses: readonly string[];
}

async function scanned(address: ScannerAddress, content: Buffer, timeout: number): Promise<Answer> {
  const daemon = await new NodeClam().init({
    clamscan: { active: false },
    clamdscan: { ...address, active: true, bypassTest: true, localFallback: false, timeout },
    preference: 'clamdscan',
  });
  return daemon.scanStream(Readable.from([content]));
}

/** A connection that ends without an answer is told by nobody, so there is a time by which one must have come. */
async function withTimeout<T>(work: Promise<T>, longest: number): Promise<T> {
  const { promise, reject } = Promise.withResolvers<never>();
  const timer = setTimeout(() => reject(new Error('The scanner has not answered in time.')), longest);
  try {
    return await Promise.race([work, promise]);
  } finally {
    clearTimeout(timer);
  }
}

function refuseUnscanned(): never {
  return refuse(
    'UNAVAILABLE',
    '病毒扫描暂时不可用，文件没有保存。请稍后重新上传；如持续出现，请告知管理员。',
    'The virus scanner is out of reach, and the file was not kept. Upload it again later; if it persists, tell an administrator.',
    { facts: { retryAfterSeconds: 30 } },
  );
}
