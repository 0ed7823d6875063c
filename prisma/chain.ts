/**
 * Chains of records: each link's hash covers what the link says and the hash before it, and the length and the last hash are kept beside
 * the chain. So a link that was changed, removed, added or moved later, or cut off at the end, is found. A link names the hash it was made
 * with: links of before a change of `CHAIN_HASH` still verify.
 */
import { createHash } from 'node:crypto';
import { CHAIN_HASHES, type ChainHash } from '../config/chain-hash.ts';
import { canonical } from '../rules/canonical.ts';
import { text, type Text } from '../rules/text.ts';
import type { Prisma } from './generated/client.ts';

/** The hash before the first link. */
export const GENESIS = '0'.repeat(64);

/** Clocks of one machine that are read by several writers differ by milliseconds: only more than this is a clock that was set back. */
const SET_BACK_MS = 60_000;

/** A stored link, whatever it says besides. */
export interface Link {
  readonly seq: number;
  readonly algorithm: string;
  readonly prevHash: string;
  readonly hash: string;
}

/** How long a chain is and the hash of its last link. */
export interface ChainHead {
  readonly length: number;
  readonly head: string;
}

/**
 * The hash of a link.
 * @param content everything the link holds, its place in the chain included
 */
export function linkHash(algorithm: ChainHash, prevHash: string, content: object): string {
  return createHash(algorithm).update(prevHash).update(canonical(content)).digest('hex');
}

/** As the database will give it back: no undefined parts. */
export function plain(value: object): Prisma.InputJsonObject {
  return JSON.parse(JSON.stringify(value)) as Prisma.InputJsonObject;
}

/**
 * A chain never goes back: what would lie before the link before it gets the moment of that one.
 * @returns the moment of the link, and whether the clock was set back by a minute or more
 */
export function notBefore(latest: Date, clock: Date): { readonly at: Date; readonly isSetBack: boolean } {
  return {
    at: clock > latest ? clock : latest,
    isSetBack: latest.getTime() - clock.getTime() >= SET_BACK_MS,
  };
}

/** What a check of a chain of so many lines found; `algorithm` is that of the last one. `brokenAt` is the `seq` of the first link that does not fit. */
export type ChainVerdict =
  | { readonly intact: true; readonly lines: number; readonly head: string; readonly algorithm?: ChainHash }
  | { readonly intact: false; readonly lines: number; readonly brokenAt: number; readonly reason: Text };

/** A check under way: give it the links in ascending `seq`, in as many parts as there are, and ask at the end. */
export interface ChainCheck<L extends Link> {
  take(links: readonly L[]): void;
  /** What was found, held against the head that is kept beside the chain. */
  verdict(kept: ChainHead): ChainVerdict;
}

/** @param contentOf what is hashed of a link */
export function checkChain<L extends Link>(contentOf: (link: L) => object): ChainCheck<L> {
  let lines = 0;
  let head = GENESIS;
  let algorithm: ChainHash | undefined;
  let broken: { readonly brokenAt: number; readonly reason: Text } | undefined;
  return {
    take(links) {
      for (const link of links) {
        lines += 1;
        if (broken !== undefined) continue;
        const reason = faultOf(link, lines, head, contentOf);
        if (reason !== null) broken = { brokenAt: link.seq, reason };
        head = link.hash;
        algorithm = chainHashOf(link.algorithm);
      }
    },
    verdict(kept) {
      if (broken !== undefined) return { intact: false, lines, ...broken };
      if (kept.length === lines && kept.head === head)
        return { intact: true, lines, head, ...(algorithm !== undefined && { algorithm }) };
      return { intact: false, lines, brokenAt: lines + 1, reason: CUT };
    },
  };
}

const CUT = text('末尾的记录与所记的链尾不符', 'the end of the chain is not the one that is kept beside it');

/** Why a link does not fit the links before it; null if it does. */
function faultOf<L extends Link>(link: L, place: number, head: string, contentOf: (link: L) => object): Text | null {
  if (link.seq !== place) return text('有记录缺失或次序被改动', 'a line is missing or out of order');
  if (link.prevHash !== head) return text('与上一条记录不衔接', 'the line does not follow the one before it');
  const algorithm = chainHashOf(link.algorithm);
  if (algorithm === undefined) return text('记录所用的杂凑算法未知', 'the hash the line was made with is not known');
  if (linkHash(algorithm, link.prevHash, contentOf(link)) !== link.hash)
    return text('记录内容被改动', 'the line was changed after it was written');
  return null;
}

/** The hash of this name; undefined if chains are not linked by it. */
function chainHashOf(name: string): ChainHash | undefined {
  return CHAIN_HASHES.find((known) => known === name);
}
