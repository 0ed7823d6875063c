/** Input schemas of the actions of a title. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { day, reason } from '../../engine/input.ts';
import { titled } from '../../engine/titled.ts';

const year = z.int().min(2000).max(2199);

export const baseTitleInputs = {
  callOpened: z.strictObject({ year, filingDay: day }),
  redeclared: z.strictObject({ year }),
  correctValidity: z.strictObject({ validTo: titled(day, '有效期末日', 'Last day of the title'), reason }),
};

export type BaseTitleInputs = { [A in keyof typeof baseTitleInputs]: z.output<(typeof baseTitleInputs)[A]> };
