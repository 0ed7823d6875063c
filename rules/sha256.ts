/** SHA-256 of a text in UTF-8, as hexadecimal digits: pure, since a workflow has no library for it. `printf '%s' TEXT | sha256sum` gives the same. */
export function sha256(words: string): string {
  const bytes = utf8(words);
  const length = bytes.length;
  const blocks = Math.ceil((length + 9) / 64);
  const padded = [...bytes, 0x80, ...Array<number>(blocks * 64 - length - 9).fill(0), ...lengthOf(length)];
  const hash = [...start];
  for (let block = 0; block < blocks; block += 1) add(hash, padded.slice(block * 64, block * 64 + 64));
  return hash.map((word) => (word >>> 0).toString(16).padStart(8, '0')).join('');
}

/** The first 32 bits of the fractional parts of roots of the first primes: square roots, then cube roots. */
const primes = firstPrimes(64);
const start = primes.slice(0, 8).map((prime) => fraction(Math.sqrt(prime)));
const constants = primes.map((prime) => fraction(Math.cbrt(prime)));

function fraction(root: number): number {
  return Math.floor((root - Math.floor(root)) * 2 ** 32) | 0;
}

function firstPrimes(count: number): number[] {
  const found: number[] = [];
  for (let n = 2; found.length < count; n += 1) if (found.every((prime) => n % prime !== 0)) found.push(n);
  return found;
}

function utf8(words: string): number[] {
  return Array.from(words).flatMap((letter) => {
    const code = letter.codePointAt(0) ?? 0;
    const tail = (shift: number) => 0x80 | ((code >> shift) & 0x3f);
    if (code < 0x80) return [code];
    if (code < 0x800) return [0xc0 | (code >> 6), tail(0)];
    if (code < 0x10000) return [0xe0 | (code >> 12), tail(6), tail(0)];
    return [0xf0 | (code >> 18), tail(12), tail(6), tail(0)];
  });
}

/** The length in bits, as eight bytes. */
function lengthOf(bytes: number): number[] {
  return Array.from({ length: 8 }, (_, index) => Math.floor((bytes * 8) / 2 ** (8 * (7 - index))) & 0xff);
}

function turned(word: number, by: number): number {
  return (word >>> by) | (word << (32 - by));
}

/** One block of 64 bytes. */
function add(hash: number[], block: readonly number[]): void {
  const at = (words: readonly number[], index: number) => words[index] ?? 0;
  const words: number[] = Array.from(
    { length: 16 },
    (_, i) =>
      (at(block, i * 4) << 24) | (at(block, i * 4 + 1) << 16) | (at(block, i * 4 + 2) << 8) | at(block, i * 4 + 3),
  );
  for (let i = 16; i < 64; i += 1) {
    const early = at(words, i - 15);
    const late = at(words, i - 2);
    const first = turned(early, 7) ^ turned(early, 18) ^ (early >>> 3);
    const second = turned(late, 17) ^ turned(late, 19) ^ (late >>> 10);
    words.push((at(words, i - 16) + first + at(words, i - 7) + second) | 0);
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = hash;
  for (let i = 0; i < 64; i += 1) {
    const chosen = (e & f) ^ (~e & g);
    const one = (h + (turned(e, 6) ^ turned(e, 11) ^ turned(e, 25)) + chosen + at(constants, i) + at(words, i)) | 0;
    const most = (a & b) ^ (a & c) ^ (b & c);
    const two = ((turned(a, 2) ^ turned(a, 13) ^ turned(a, 22)) + most) | 0;
    [h, g, f, e, d, c, b, a] = [g, f, e, (d + one) | 0, c, b, a, (one + two) | 0];
  }
  for (const [index, word] of [a, b, c, d, e, f, g, h].entries()) hash[index] = (at(hash, index) + word) | 0;
}
