/** By which hash the chains of the records (timelines, audit log) are linked. */

/** `sha256`, or `sm3` (GB/T 32905) where a cipher plan asks for it. Both have 256 bits, written as 64 hexadecimal digits. */
export const CHAIN_HASHES = ['sha256', 'sm3'] as const;

export type ChainHash = (typeof CHAIN_HASHES)[number];

/** What is used unless `CHAIN_HASH` says otherwise. */
export const DEFAULT_CHAIN_HASH: ChainHash = 'sha256';
