/** How a centre registers with the commerce authority of its place (EC-CENTRE-01, 02, 06.1). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { centreBodies, EVALUATOR } from '../../../rules/ec-centre/bodies.ts';
import { isCentreName } from '../../../rules/ec-centre/centre.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { namedCase } from '../../engine/case-number.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { intake } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { email, nameLine, telephone } from '../../engine/typed.ts';
import { centreBody, centreReference } from '../words.ts';
import type { CentreRegistrationOpening } from './contract.ts';
import { centreData } from './form-fields.ts';

const kind = 'centreRegistration';
const authorities = Object.fromEntries(
  centreBodies.filter(({ id }) => id !== EVALUATOR).map(({ id, name }) => [id, name]),
);

const form = z.strictObject({
  name: titled(
    nameLine(60).refine(
      isCentreName,
      bilingual(
        '中心名称应为“XX市（县、区）电子商务公共服务中心”。',
        'a centre is called after its city, county or district, with the name that all centres share behind it',
      ),
    ),
    '中心名称',
    'Name of the centre',
    text(
      '例如 义乌市电子商务公共服务中心。',
      'The city, county or district in front, then the name that all centres share.',
    ),
  ),
  authority: titled(refersTo(choice(authorities), 'body'), '所在地商务主管部门', 'Commerce authority of its place'),
  data: titled(centreData, '中心情况', 'How the centre stands'),
  contactName: titled(nameLine(60), '联系人', 'Contact'),
  telephone: titled(telephone, '联系电话', 'Telephone'),
  email: titled(email, '联系邮箱', 'E-mail of the contact'),
  fileIds: titled(files(20), '标识照片和管理制度', 'Photo of the sign, and the systems'),
});

export const centreRegistrationIntake = intake({
  form,

  lookUp: (_form, party) => ({ cases: [{ kind, subject: party }] }),

  file({ form: { name, authority, data }, party, cases }) {
    const open = cases.find(({ isOpen }) => isOpen);
    if (open !== undefined) {
      refuse(
        'ALREADY_OPEN',
        `该中心已登记（案件 ${namedCase(open.id)}）。`,
        `The centre is registered already (case ${namedCase(open.id)}).`,
        {
          facts: { caseId: open.id },
        },
      );
    }
    const body = centreBody(authority);
    const opening: CentreRegistrationOpening = { name, data };
    return {
      subject: party,
      title: name,
      parties: { centre: [party] },
      body,
      bodies: { authority: body },
      about: centreReference(party),
      opening,
    };
  },
});
