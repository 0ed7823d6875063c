/** Bars of the store regime can be lifted by a manager; that of a clearance holds in principle and can be shortened too (SH-STORE-11.7, XC-05.4). */
import { barLiftedUnder, barShortenedUnder, liftBarUnder, shortenBarUnder } from '../engine/bars.ts';

/** The half year after an absence without cause. */
export const liftNoShowBar = liftBarUnder('SH-STORE 二.3');
export const noShowBarLifted = barLiftedUnder('SH-STORE 二.3');

/** The year after a clearance. */
export const liftClearanceBar = liftBarUnder('SH-STORE 四.6');
export const clearanceBarLifted = barLiftedUnder('SH-STORE 四.6');
export const shortenClearanceBar = shortenBarUnder('SH-STORE 四.6', 'SH-STORE-11.7');
export const clearanceBarShortened = barShortenedUnder('SH-STORE 四.6', 'SH-STORE-11.7');
