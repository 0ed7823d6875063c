/** Bars of the store regime hold in principle under 四.6 and can then be lifted or shortened (SH-STORE-11.7, XC-05.4). */
import { barLiftedUnder, barShortenedUnder, liftBarUnder, shortenBarUnder } from '../engine/bars.ts';

export const liftBar = liftBarUnder('SH-STORE 四.6');
export const barLifted = barLiftedUnder('SH-STORE 四.6');
export const shortenBar = shortenBarUnder('SH-STORE 四.6');
export const barShortened = barShortenedUnder('SH-STORE 四.6');
