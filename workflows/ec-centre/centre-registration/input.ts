/** Input schemas of the actions of a registration. Read by the API and the signal bridge alone. */
import { z } from 'zod';
import { carriers, placeKinds, signChecks } from '../../../rules/ec-centre/centre.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { contactInput, note, reason } from '../../engine/input.ts';
import { inUnit, refersTo, titled } from '../../engine/titled.ts';
import { line, nameLine } from '../../engine/typed.ts';
import { centreData } from './form-fields.ts';

const staff = titled(inUnit(z.int().min(0).max(1000), '人', 'persons'), '工作人员或联络员', 'Staff or liaison persons');
const point = titled(refersTo(line(20), 'liaisonPoint'), '联络点', 'Liaison point');

export const centreRegistrationInputs = {
  correctContact: contactInput,
  registerCentre: z.strictObject({ note: note.optional() }),
  declineCentre: z.strictObject({ reason }),
  reportData: z.strictObject({ data: titled(centreData, '中心情况', 'How the centre stands') }),
  judgeSign: z.strictObject({
    passed: titled(
      z.array(choice(signChecks)).max(4),
      '符合要求的项目',
      'What is as it should be',
      text('附录A未随标准公布，由人工核对。', 'Annex A is not published; a person looks.'),
    ),
    carriers: titled(z.array(choice(carriers)).max(7), '使用统一标识的载体', 'What bears the sign'),
  }),
  openReview: z.strictObject({ note: note.optional() }),
  planPoint: z.strictObject({
    title: titled(nameLine(100), '联络点名称', 'Name of the point'),
    place: titled(choice(placeKinds), '设立场所', 'Kind of place'),
    staff,
  }),
  openPoint: z.strictObject({ point, staff }),
  staffPoint: z.strictObject({ point, staff }),
  closePoint: z.strictObject({ point, reason }),
  leaveRegister: z.strictObject({ reason: reason.optional() }),
};

export type CentreRegistrationInputs = {
  [A in keyof typeof centreRegistrationInputs]: z.output<(typeof centreRegistrationInputs)[A]>;
};
