/** How a supervision begins: by an officer of a department, or of a platform that reports something to it (HN-NET-25.1). */
import { z } from 'zod';
import { bilingual } from '../../../rules/bilingual.ts';
import { standingViolations, upheldComplaints, type CreditRecord } from '../../../rules/hn-net/credit.ts';
import { bodyOf, departmentAt, isPlatform, trainingNetwork } from '../../../rules/hn-net/network.ts';
import { supervisedKinds, supervisionTriggers } from '../../../rules/hn-net/supervision.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Person } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { bodyId, fileIds, partyKey, words } from '../dispute-input.ts';
import { worksFor } from '../staff-filing.ts';
import { networkBody, registers } from '../words.ts';
import type { SupervisionOpening } from './contract.ts';

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
      refersTo(bodyId.optional(), 'platform'),
      '窗口服务平台',
      'Window',
      text('监管窗口运营机构的填写。', 'Where it is the operator of a window.'),
    ),
    place: titled(
      refersTo(
        line(60).refine(
          (place) => trainingNetwork.some(({ region }) => region === place),
          bilingual('平台网络没有这个地区。', 'is no region of the network'),
        ),
        'region',
      ),
      '服务发生地',
      'Place of service',
      text('由服务发生地的主管部门监管，例如 HN/CHANGSHA。', 'Its department supervises, e.g. HN/CHANGSHA.'),
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
    entries: [
      { register: registers.providers, party: supervised },
      { register: registers.credit, party: supervised },
    ],
    cases: [{ kind: 'providerRegistration', subject: supervised }],
  }),

  file({ form: { kind, supervised, window = null, place, trigger }, filer, entries, cases }): Filing {
    refuseStranger(filer);
    const department = departmentAt(place);
    if (department === null) throw new Error(`No department answers for '${place}'.`);
    const provider = entries.find(({ register }) => register === registers.providers);
    if (kind === 'PROVIDER' && provider === undefined) {
      refuse('INVALID_INPUT', '该服务商未在平台登记。', 'No such provider is registered.', { field: 'supervised' });
    }
    const supervisedWindow = window === null ? null : bodyOf(window);
    if (supervisedWindow !== null && (supervisedWindow.kind === 'HUB' || !isPlatform(supervisedWindow))) {
      refuse('INVALID_INPUT', '请选择窗口服务平台。', 'Choose a window.', { field: 'window' });
    }
    const credit = (entries.find(({ register }) => register === registers.credit)?.data ?? {}) as CreditRecord;
    const opening: SupervisionOpening = {
      ...{ kind, supervised, window, trigger, place },
      registrationCaseId: cases.find(({ isOpen }) => isOpen)?.id ?? null,
      upheldComplaints: upheldComplaints(credit),
      violations: standingViolations(credit),
    };
    return {
      subject: supervised,
      title: provider?.name ?? supervisedWindow?.operator?.name ?? supervisedWindow?.name.zh ?? supervised,
      parties: { supervised: [supervised] },
      // By the place of service, wherever the provider sits (HN-NET-25.1).
      body: networkBody(department.id),
      opening,
    };
  },
});

/** Staff of the network alone bring it before a department. */
function refuseStranger(filer: Person): void {
  if (trainingNetwork.some(({ id }) => worksFor(filer, networkBody(id)))) return;
  refuse('NOT_ALLOWED', '仅平台网络的工作人员可以提交。', 'Only staff of the network may file this.');
}
