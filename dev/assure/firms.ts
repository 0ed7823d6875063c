/** Institutions beside those of training mode: as many as an examination needs, each with an account of its own. */
import { checkDigit } from '../../rules/parties/credit-code.ts';
import { TRAINING_PASSWORD } from '../../prisma/seed.ts';
import type { ApiClient } from '../rehearsal/api-client.ts';
import { goodFigures, samples, uploadPdf, type Rehearsal } from '../rehearsal/steps.ts';

/** An institution that can apply for a store. */
export interface Firm {
  /** name of its account; its address is below the domain of training mode */
  readonly account: string;
  readonly creditCode: string;
  readonly name: string;
}

/** The firm of a number from 1 to 999. Its credit code can have been given and was not. */
export function firmOf(number: number): Firm {
  const body = `91310115MA9${String(number).padStart(3, '0')}XK7`;
  return { account: `firm${number}`, creditCode: body + checkDigit(body), name: `上海第${number}企业服务有限公司` };
}

/** Gives a firm its account. */
export async function addFirm(stage: Rehearsal, { account, name, creditCode }: Firm): Promise<void> {
  const admin = await stage.as('admin');
  await admin.post('/api/accounts', {
    name,
    email: `${account}@demo.anjuan.test`,
    password: TRAINING_PASSWORD,
    level: 'ENTERPRISE',
    offices: [{ role: 'provider', party: creditCode }],
  });
}

/** The body of a complete application of a firm; the two mandatory files are uploaded first. */
export async function firmFiling(
  client: ApiClient,
  { account, name, creditCode }: Firm,
  { fiscalYear, abilityText }: { readonly fiscalYear: number; readonly abilityText: string },
): Promise<Record<string, unknown>> {
  return {
    institution: {
      creditCode,
      name,
      region: 'SH/PUDONG',
      contactName: '张三',
      contactPhone: '021-55667788',
      contactEmail: `${account}@demo.anjuan.test`,
    },
    figures: goodFigures({ fiscalYear, abilityText }),
    files: {
      licence: await uploadPdf(client, '营业执照.pdf'),
      creditScreenshot: await client.upload('信用中国.png', samples.png, 'image/png'),
    },
  };
}
