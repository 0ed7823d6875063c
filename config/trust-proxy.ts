import { isIP } from 'node:net';

/** More proxies than this stand before nobody: a number that is too large lets callers choose their own address. */
const MOST_PROXIES = 5;
/** Names that Express knows for networks. */
const NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

/** What is wrong with `TRUST_PROXY`; null if nothing. */
export function trustProxyFault(value: number | string | false): string | null {
  if (value === false) return null;
  if (typeof value === 'number') {
    return value <= MOST_PROXIES ? null : `must be the number of proxies in front, ${MOST_PROXIES} at most`;
  }
  const wrong = value
    .split(',')
    .map((part) => part.trim())
    .filter((part) => !isProxy(part));
  if (wrong.length === 0) return null;
  return 'must be the number of proxies in front, or their addresses (10.0.0.7, 10.0.0.0/24, loopback); trusting everybody would let callers choose their own address';
}

function isProxy(part: string): boolean {
  if (NETWORKS.includes(part)) return true;
  const [address = '', bits, ...more] = part.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return (
    bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) >= 8 && Number(bits) <= (family === 4 ? 32 : 128))
  );
}
