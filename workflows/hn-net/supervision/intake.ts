/** How a supervision begins: by an officer of a department, or of a platform that reports something to it (HN-NET-25.1). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { standingViolations, upheldComplaints, type CreditRecord } from '../../../rules/hn-net/credit.ts';
import { departmentAt, isPlatform, trainingNetwork } from '../../../rules/hn-net/network.ts';
import { supervisedKinds, supervisionTriggers } from '../../../rules/hn-net/supervision.ts';
import { windowData, windowKinds } from '../../../rules/hn-net/window.ts';
import { unitKey, type PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Person } from '../../../rules/roles.ts';
import { text, type Text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { intake, type Filing, type FoundEntry } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { id } from '../../engine/typed.ts';
import { fileIds, partyKey, words } from '../dispute-input.ts';
import { namedPlatform } from '../named-platform.ts';
import { worksFor } from '../staff-filing.ts';
import { conductOf, networkBody, registers, windowsIn } from '../words.ts';
import type { SupervisionOpening } from './contract.ts';

/** The regions that a department answers for, by what the department is called. */
const places: Readonly<Record<string, Text>> = Object.fromEntries(
  trainingNetwork.filter((body) => !isPlatform(body)).map(({ region, name }) => [region, name]),
);

const formSchema = z
  .strictObject({
    kind: titled(choice(supervisedKinds), '监管对象', 'Whom it is about'),
    supervised: titled(
      partyKey,
      '被监管单位',
      'Supervised institution',
      text('服务商，或者窗口服务平台的运营机构。', 'The provider, or the operator of the window.'),
    ),
    window: titled(
      refersTo(id.max(64), 'platform').optional(),
      '窗口服务平台',
      'Window',
      text('监管窗口运营机构的填写。', 'Where it is the operator of a window.'),
    ),
    place: titled(
      choice(places),
      '服务发生地的主管部门',
      'Department of the place of service',
      text('由服务发生地的主管部门监管，不论服务商在何处。', 'It supervises, wherever the provider sits.'),
    ),
    trigger: titled(choice(supervisionTriggers), '来源', 'What gave rise to it'),
    account: titled(words, '情况说明', 'What is known'),
    fileIds,
  })
  .refine(({ kind, window }) => (kind === 'WINDOW') === (window !== undefined), {
    path: ['window'],
    error: bilingual(
      '监管窗口运营机构的，请填写其窗口服务平台；监管服务商的不填。',
      'name the window where its operator is supervised, and none for a provider',
    ),
  });

export const supervisionIntake = intake({
  form: formSchema,

  lookUp: ({ supervised }) => ({
    registers: [registers.windows],
    entries: [
      { register: registers.providers, party: supervised },
      { register: registers.credit, party: supervised },
    ],
  }),

  file({ form: { kind, supervised, window = null, place, trigger }, filer, entries }): Filing {
    refuseStranger(filer);
    const department = departmentAt(place);
    if (department === null) throw new Error(`No department answers for '${place}'.`);
    const provider = entries.find(({ register }) => register === registers.providers);
    if (kind === 'PROVIDER' && provider === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'supervised' });
    }
    const entry = window === null ? provider : windowRunBy(supervised, window, windowsIn(entries));
    const credit = (entries.find(({ register }) => register === registers.credit)?.data ?? {}) as CreditRecord;
    const opening: SupervisionOpening = {
      ...{ kind, supervised, window, trigger, place },
      upheldComplaints: upheldComplaints(credit),
      violations: standingViolations(credit),
    };
    return {
      subject: supervised,
      title: entry?.name ?? supervised,
      parties: { supervised: [supervised] },
      // By the place of service, wherever the provider sits (HN-NET-25.1).
      body: networkBody(department.id),
      about: conductOf(supervised),
      opening,
    };
  },
});

/**
 * The entry of a window whose operator is supervised: who may lose it is heard, and that is the operator of the register (HN-NET-25.2).
 * @throws Refusal INVALID_INPUT for no window or another operator, CONDITION_NOT_MET where its recognition is not on record
 */
function windowRunBy(supervised: PartyKey, window: string, entries: readonly FoundEntry[]): FoundEntry {
  const { named: body } = namedPlatform(window, entries, 'window');
  if (!(body.kind in windowKinds)) {
    refuse('INVALID_INPUT', '没有这个窗口服务平台。', 'The network has no such window.', { field: 'window' });
  }
  const entry = entries.find(({ party }) => party === unitKey(window));
  if (entry === undefined) {
    refuse(
      'CONDITION_NOT_MET',
      `${body.name.zh}的认定尚未登记在册，没有可以取消的资格。请省主管部门先补录其认定（窗口服务平台认定）。`,
      `The recognition of ${body.name.en} is not on record, so there is nothing to lose yet. The province puts it on record first (qualification of a window).`,
      { field: 'window' },
    );
  }
  const { operator } = windowData(entry);
  if (operator === supervised) return entry;
  return refuse(
    'INVALID_INPUT',
    `${body.name.zh}的运营单位是 ${operator}，不是 ${supervised}。请填写其运营单位。`,
    `${body.name.en} is run by ${operator}, not by ${supervised}. Give its operator.`,
    { field: 'supervised' },
  );
}

/** Staff of the network alone bring it before a department. */
function refuseStranger(filer: Person): void {
  if (trainingNetwork.some((body) => worksFor(filer, networkBody(body.id)))) return;
  refuse('NOT_ALLOWED', '仅平台网络的工作人员可以提交。', 'Only staff of the network may file this.');
}
