/** Sums of money: amounts are RMB yuan with two decimals at most, and are reckoned with in whole fen. */
import { text, type Text } from './text.ts';

/** Fen of an amount in yuan. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * 100);
}

/** The amount in yuan of so many fen. */
export function yuanOf(fen: number): number {
  return fen / 100;
}

/** An amount as it is written, e.g. `1234.50`. */
export function yuanInWords(fen: number): string {
  return yuanOf(fen).toFixed(2);
}

/** An amount with its currency. */
export function inYuan(yuan: number): Text {
  const words = yuanInWords(fenOf(yuan));
  return text(`${words} 元`, `RMB ${words}`);
}
