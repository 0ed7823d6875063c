/**
 * The seal on a letter. Services that seal electronically (GB/T 38540) differ from province to province: whoever has one gives its address,
 * or writes a Sealer of its own. Without one the room over body and date stays free for a seal of rubber.
 */
import { text, type Text } from '../../rules/text.ts';
import type { SealPlace } from './set-letter.ts';

/** A letter that is to be sealed. */
export interface Unsealed {
  /** The same each time the same letter is brought: a service that is asked again need not seal anew. */
  readonly letterId: string;
  readonly number: string;
  /** The body whose seal it is. */
  readonly bodyId: string;
  readonly pdf: Uint8Array;
  readonly place: SealPlace;
}

export interface Sealer {
  /** The letter with its seal. @throws SealFault */
  seal(letter: Unsealed): Promise<Uint8Array>;
}

/** Why a letter was not sealed; it goes out without, for a seal by hand. */
export class SealFault extends Error {
  readonly words: Text;

  constructor(zh: string, en: string) {
    super(`${zh} ${en}`);
    this.name = 'SealFault';
    this.words = text(zh, en);
  }
}

export interface SealService {
  /** Where letters are posted to. */
  readonly url: string;
  /** Shown as a bearer token. A secret. */
  readonly token?: string | undefined;
  /** How long it may take, in milliseconds; 15 seconds unless given. */
  readonly longestMs?: number;
}

/** A sealed letter is not larger than this. */
const LARGEST_BYTES = 20 * 1_048_576;

/**
 * A service that gets the PDF by POST and answers with the sealed one. Headers name the letter (`Idempotency-Key`, `Letter-Number` with
 * percent-encoding), the body (`Body-Id`) and the middle of the room for the seal (`Seal-Place: page=2; x=146.0; y=174.8`, in millimetres
 * from the upper left corner).
 */
export function httpSealer({ url, token, longestMs = 15_000 }: SealService): Sealer {
  return {
    async seal({ letterId, number, bodyId, pdf, place }) {
      const headers = {
        'Content-Type': 'application/pdf',
        Accept: 'application/pdf',
        'Idempotency-Key': letterId,
        'Letter-Number': encodeURIComponent(number),
        'Body-Id': bodyId,
        'Seal-Place': `page=${place.page}; x=${place.x.toFixed(1)}; y=${place.y.toFixed(1)}`,
        ...(token !== undefined && { Authorization: `Bearer ${token}` }),
      };
      const sealed = await answerOf(
        url,
        { method: 'POST', headers, body: new Uint8Array(pdf), redirect: 'error' },
        longestMs,
      );
      if (Buffer.from(sealed.subarray(0, 5)).toString('latin1') !== '%PDF-') {
        throw new SealFault('签章服务返回的不是 PDF。', 'What the seal service answered is no PDF.');
      }
      return sealed;
    },
  };
}

async function answerOf(url: string, request: RequestInit, longestMs: number): Promise<Uint8Array> {
  try {
    const response = await fetch(url, { ...request, signal: AbortSignal.timeout(longestMs) });
    if (!response.ok) {
      await response.body?.cancel();
      throw new SealFault(`签章服务返回 ${response.status}。`, `The seal service answered ${response.status}.`);
    }
    return await bounded(response);
  } catch (failure) {
    if (failure instanceof SealFault) throw failure;
    throw failure instanceof DOMException && failure.name === 'TimeoutError'
      ? new SealFault(
          `签章服务 ${longestMs} 毫秒内没有应答。`,
          `The seal service did not answer within ${longestMs} ms.`,
        )
      : new SealFault('签章服务连接失败。', 'The seal service cannot be reached.');
  }
}

async function bounded(response: Response): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > LARGEST_BYTES)
      throw new SealFault('签章服务返回的文件过大。', 'The answer of the seal service is too large.');
    parts.push(part);
  }
  return Buffer.concat(parts);
}
