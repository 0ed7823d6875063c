/** What the timeline says of each action of a registration (XC-05.3). */
import {
  carriers,
  levels,
  operatorTypes,
  placeKinds,
  premises,
  signChecks,
  systems,
} from '../../../rules/ec-centre/centre.ts';
import { entry, parts } from '../../../rules/phrases.ts';
import { text } from '../../../rules/text.ts';
import type { SentencesOf } from '../../engine/sentences.ts';
import type { centreRegistration } from './contract.ts';

export const centreRegistrationSentences: SentencesOf<typeof centreRegistration> = {
  reportData: ({ data }) =>
    parts(
      levels[data.level],
      text(`服务市辖区 ${data.districts} 个`, `${data.districts} districts served`),
      data.cityHasDistricts
        ? text('所在市设区', 'a city with districts')
        : text('所在市不设区', 'a city without districts'),
      people(data.staff),
      operatorTypes[data.operator],
      ...data.premises.map((one) => premises[one]),
      data.duties ? text('职责已确定', 'duties laid down') : text('职责未确定', 'no duties laid down'),
      ...data.systems.map((one) => systems[one]),
    ),
  judgeSign: ({ passed, carriers: found }) =>
    parts(
      ...passed.map((check) => signChecks[check]),
      ...found.map((carrier) => entry(text('使用于', 'on'), carriers[carrier])),
    ),
  planPoint: ({ title, place, staff }) => parts(title, placeKinds[place], people(staff)),
  openPoint: ({ point, staff }) => parts(point, people(staff)),
  staffPoint: ({ point, staff }) => parts(point, people(staff)),
  closePoint: ({ point }) => point,
};

function people(staff: number) {
  return text(`人员 ${staff} 人`, `staff ${staff}`);
}
