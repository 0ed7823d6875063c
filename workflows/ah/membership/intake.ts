/** How a member comes into the network: by its own application, brought in by its city platform, or put on record by the province. */
import { z } from 'zod';
import { DEPARTMENT, PLATFORM } from '../../../rules/ah/bodies.ts';
import { memberKinds } from '../../../rules/ah/indicators.ts';
import { anhuiBody, anhuiBodyOf, partyOfBody, provincialPlatform } from '../../../rules/ah/members.ts';
import { isCreditCode } from '../../../rules/parties/credit-code.ts';
import type { PartyKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { choice } from '../../engine/choice.ts';
import { files } from '../../engine/input.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { filledInBy, titled } from '../../engine/titled.ts';
import { creditCode, email, nameLine, paragraphs, telephone } from '../../engine/typed.ts';
import { cityPlatform } from '../member-input.ts';
import { memberReference, registers } from '../words.ts';
import type { MembershipOpening } from './contract.ts';

const formSchema = z.strictObject({
  kind: titled(choice(memberKinds).default('INSTITUTION'), '成员类别', 'Kind of member'),
  cityPlatform,
  name: titled(nameLine(200), '名称', 'Name'),
  creditCode: filledInBy(
    titled(
      creditCode.optional(),
      '统一社会信用代码',
      'Unified social credit code',
      text('由市级平台引导入驻的机构填写。', 'Of an institution that a city platform brings in.'),
    ),
    'reviewer',
    'manager',
  ),
  services: titled(paragraphs(2000), '服务能力', 'What it offers'),
  contactName: titled(nameLine(100), '联系人', 'Contact'),
  telephone,
  email: email.optional(),
  fileIds: titled(files(10).default([]), '证明材料', 'Proof'),
});

type Filled = Filed<z.output<typeof formSchema>>;

export const membershipIntake = intake({
  form: formSchema,

  lookUp: (form, party) => {
    const of = memberMeant(form, party);
    return {
      entries: [{ register: registers.members, party: of }],
      cases: [{ kind: 'membership', about: memberReference(of) }],
    };
  },

  file(filed): Filing {
    const { form, party, entries, cases } = filed;
    const member = memberMeant(form, party);
    const entry = entries.find((one) => one.party === member);
    if (cases.some(({ isOpen }) => isOpen)) {
      refuse('ALREADY_OPEN', '该成员已在网，或者已申请入驻。', 'It is a member already, or has applied.', {
        field: 'creditCode',
      });
    }
    const recorded = recordedBy(filed);
    const host = form.kind === 'CITY_PLATFORM' ? provincialPlatform : anhuiBodyOf(form.cityPlatform);
    const opening: MembershipOpening = {
      kind: form.kind,
      cityPlatform: form.cityPlatform,
      introducer: recorded && form.kind === 'INSTITUTION' ? partyOfBody(form.cityPlatform) : null,
      recorded,
      formerStatus: entry?.status ?? null,
    };
    const title = form.kind === 'CITY_PLATFORM' ? anhuiBody(form.cityPlatform).name.zh : form.name;
    return {
      ...{ subject: member, title, parties: { member: [member] }, body: host, bodies: { host } },
      ...{ about: memberReference(member), opening },
    };
  },
});

/** Whom the form is about. */
function memberMeant({ kind, cityPlatform: id, creditCode: code }: Filled['form'], party: PartyKey): PartyKey {
  if (kind === 'CITY_PLATFORM') return partyOfBody(id);
  return code ?? party;
}

/**
 * Whether staff put it on record. City platforms are recognised by the province; institutions are brought in by the platform of their city.
 * @throws Refusal OUT_OF_SCOPE if they are of another body; INVALID_INPUT if an institution names somebody else
 */
function recordedBy({ form, filer, party }: Filled): boolean {
  const at = (...bodies: readonly string[]) =>
    filer.offices.some(({ role, bodyId = '' }) => ['reviewer', 'manager'].includes(role) && bodies.includes(bodyId));
  if (form.kind === 'CITY_PLATFORM') {
    if (at(PLATFORM, DEPARTMENT)) return true;
    return refuse('OUT_OF_SCOPE', '市级综合服务平台由省级登记。', 'City platforms are put on record by the province.', {
      field: 'kind',
    });
  }
  if (at(form.cityPlatform)) {
    if (form.creditCode !== undefined) return true;
    refuse('INVALID_INPUT', '请填写机构的统一社会信用代码。', 'Give the credit code of the institution.', {
      field: 'creditCode',
    });
  }
  if (!isCreditCode(party)) {
    refuse(
      'OUT_OF_SCOPE',
      '工作人员只能引导机构入驻本市平台。',
      'Staff bring institutions into their own city alone.',
      {
        field: 'cityPlatform',
      },
    );
  }
  if (form.creditCode !== undefined && form.creditCode !== party) {
    refuse('INVALID_INPUT', '机构只能为本机构申请。', 'An institution applies for itself alone.', {
      field: 'creditCode',
    });
  }
  return false;
}
