/** How an SME department takes up suspected records (HN-NET-26). */
import { z } from 'zod';
import { fraudAims } from '../../../rules/hn-net/fraud.ts';
import { bodyOf, isPlatform } from '../../../rules/hn-net/network.ts';
import { everKnown } from '../../../rules/hn-net/window.ts';
import { partyId, partyKind } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import type { Body } from '../../../rules/roles.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { titled } from '../../engine/titled.ts';
import { bodyId, fileIds, partyKey, words } from '../dispute-input.ts';
import { providerRegistration } from '../provider-registration/contract.ts';
import { serviceRecord } from '../service-record/contract.ts';
import { namedBody } from '../named-platform.ts';
import { worksFor } from '../staff-filing.ts';
import { entryIn, registers, windowsIn } from '../words.ts';
import type { FraudSanctionOpening } from './contract.ts';
import { recordIds } from './input.ts';

const formSchema = z.strictObject({
  department: titled(
    bodyId,
    '主管部门',
    'Department',
    text('立案的中小企业主管部门。', 'The SME department that takes it up.'),
  ),
  accused: titled(
    partyKey,
    '被调查方',
    'The accused',
    text('服务商，或者平台的运营机构。', 'A provider, or the operator of a platform.'),
  ),
  aims: titled(z.array(choice(fraudAims)).min(1).max(3), '骗取的对象', 'What was to be obtained'),
  records: titled(recordIds, '涉嫌不实的服务记录', 'Records under suspicion'),
  suspicion: titled(words, '涉嫌的事实', 'What the suspicion rests on'),
  fileIds,
});

type Suspected = Filed<z.output<typeof formSchema>>;

export const fraudSanctionIntake = intake({
  form: formSchema,

  lookUp: ({ accused }) => ({
    registers: [registers.windows],
    entries: [{ register: registers.providers, party: accused }],
    cases: [
      { kind: serviceRecord.kind, subject: accused },
      { kind: providerRegistration.kind, subject: accused },
    ],
  }),

  file(filed): Filing {
    const { accused, aims, suspicion } = filed.form;
    const body = departmentOfFiler(filed);
    const records = recordsMeant(filed);
    const registration = filed.cases.find(({ kind, isOpen }) => kind === providerRegistration.kind && isOpen);
    const opening: FraudSanctionOpening = {
      ...{ aims, records, suspicion },
      registrationCaseId: registration?.id ?? null,
    };
    return {
      subject: accused,
      title: nameOf(filed),
      parties: { accused: [accused] },
      body,
      bodies: { department: body },
      opening,
    };
  },
});

/** @throws Refusal OUT_OF_SCOPE if the filer is not of the department, or it is none */
function departmentOfFiler({ form: { department }, filer, entries }: Suspected): Body {
  const { named, body } = namedBody(department, windowsIn(entries), 'department');
  if (!isPlatform(named) && worksFor(filer, body)) return body;
  return refuse(
    'OUT_OF_SCOPE',
    '只有中小企业主管部门立案调查。',
    'SME departments alone take such cases up, each its own.',
    {
      field: 'department',
    },
  );
}

/** @throws Refusal INVALID_INPUT for a record that is not the accused's own */
function recordsMeant({ form: { records }, cases }: Suspected): string[] {
  const own = cases.filter(({ kind }) => kind === serviceRecord.kind).map(({ id }) => id);
  const others = records.filter((id) => !own.includes(id));
  if (others.length === 0) return [...new Set(records)];
  return refuse(
    'INVALID_INPUT',
    '所列记录不全是被调查方的服务记录。',
    'Not all of these are service records of the accused.',
    {
      field: 'records',
      facts: { others },
    },
  );
}

/** A window is accused also when it has lost its qualification. */
function nameOf({ form: { accused }, entries }: Suspected): string {
  const entry = entryIn(entries, registers.providers);
  if (entry !== undefined) return entry.name;
  const platform = partyKind(accused) === 'UNIT' ? bodyOf(partyId(accused), everKnown(windowsIn(entries))) : null;
  if (platform !== null) return platform.name.zh;
  return refuse('INVALID_INPUT', '平台网络没有该服务商或平台。', 'The network has no such provider or platform.', {
    field: 'accused',
  });
}
