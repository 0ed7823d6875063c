/** How a platform publishes its liaison officers and the public services it carries (HN-NET-05.7, 24.3). Not for workflow code. */
import { z } from 'zod';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { intake } from '../../engine/intake.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { email, line, nameLine, paragraphs, telephone } from '../../engine/typed.ts';
import { platformId } from '../dispute-input.ts';
import { namedPlatform } from '../named-platform.ts';
import { worksFor } from '../staff-filing.ts';
import { registers, windowsIn } from '../words.ts';
import type { PlatformDisclosureOpening } from './contract.ts';

const officer = z.strictObject({
  name: titled(nameLine(100), '姓名', 'Name'),
  telephone,
  email: email.optional(),
});

const governmentService = z.strictObject({
  name: titled(line(200), '服务名称', 'Name of the service'),
  department: titled(line(200), '提供部门', 'Department that gives it'),
});

/** The form; the public page reads it back. */
export const disclosureForm = z.strictObject({
  platform: platformId,
  officers: titled(
    z.array(officer).min(1).max(50),
    '联络员',
    'Liaison officers',
    text('公开姓名和联系方式。', 'Their names and contacts are published.'),
  ),
  acceptanceRules: titled(
    paragraphs(4000),
    '联络员受理服务规则',
    'Rules by which they accept requests',
    text('公开发布，例如受理时间和范围。', 'Published, e.g. hours and scope.'),
  ),
  handlingDays: titled(
    inUnit(z.int().min(1).max(120).optional(), '个工作日', 'working days'),
    '服务需求受理时限',
    'Time to accept a request',
    text(
      '公开的服务指南所定，服务商逾期未受理的退回平台；不填则按平台规则。',
      'As in the published guide: a request not accepted by then goes back to the platform. The rule of the platform if left out.',
    ),
  ),
  governmentServices: titled(
    z.array(governmentService).max(200).default([]),
    '接入的政府公共服务',
    'Public services of departments',
    text('接入平台网络的政府部门公共服务。', 'Services of government departments that the platform carries.'),
  ),
});

export const platformDisclosureIntake = intake({
  form: disclosureForm,

  lookUp: () => ({ registers: [registers.windows] }),

  file({ form: { platform, officers, handlingDays = null }, filer, entries }) {
    const { named, subject, body, party } = namedPlatform(platform, windowsIn(entries), 'platform');
    if (!worksFor(filer, body)) {
      refuse('OUT_OF_SCOPE', '工作人员只能公开本平台的信息。', 'Staff publish for their own platform alone.', {
        field: 'platform',
      });
    }
    const opening: PlatformDisclosureOpening = { officers: officers.length, handlingDays };
    return { subject, title: named.name.zh, parties: { platform: [party] }, body, opening };
  },
});
