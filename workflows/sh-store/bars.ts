/** Bars of the store regime hold in principle under 四.6 and can then be lifted (SH-STORE-11.7, XC-05.4). */
import { barLiftedUnder, liftBarUnder } from '../engine/bars.ts';

export const liftBar = liftBarUnder('SH-STORE 四.6');
export const barLifted = barLiftedUnder('SH-STORE 四.6');
