/** How a body of the network publishes information, a rule, a standard or an interface. Not for workflow code. */
import { z } from 'zod';
import { regionNames } from '../../../rules/hn-net/network.ts';
import { checkPublication, publicationKinds, type Publication } from '../../../rules/hn-net/publication.ts';
import { unitKey } from '../../../rules/parties/party.ts';
import { refuse } from '../../../rules/refusal.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { choice } from '../../engine/choice.ts';
import { day } from '../../engine/input.ts';
import { intake, type Filing } from '../../engine/intake.ts';
import { refersTo, titled } from '../../engine/titled.ts';
import { line, paragraphs, webAddress } from '../../engine/typed.ts';
import { bodyId, caseId, fileIds } from '../dispute-input.ts';
import { filedFor } from '../staff-filing.ts';
import { registers, windowsIn } from '../words.ts';
import type { PublicInformationOpening } from './contract.ts';

/** The form; the public list reads it back. */
export const publicationForm = z.strictObject({
  publisher: titled(bodyId, '发布机构', 'Publisher'),
  kind: titled(choice(publicationKinds), '信息类别', 'Kind'),
  title: titled(line(200), '标题', 'Title'),
  words: titled(paragraphs(8000), '内容或者摘要', 'Content or summary'),
  source: titled(
    line(200),
    '来源或者文号',
    'Source or document number',
    text('原发布机关、媒体或者文号。', 'The authority or medium that it comes from, or its document number.'),
  ),
  issuedOn: titled(day, '原文日期', 'Day of the document'),
  scope: titled(
    refersTo(choice(regionNames).optional(), 'region'),
    '适用范围',
    'For which place',
    text('不填则为发布机构的辖区。', 'That of the publisher if left out.'),
  ),
  validFrom: titled(day.optional(), '施行日期', 'In force from', text('不填则为今天。', 'Today if left out.')),
  validTo: titled(day.optional(), '有效期至', 'In force until', text('没有期限的不填。', 'Left out if it has no end.')),
  version: titled(
    line(20).optional(),
    '版本号',
    'Version',
    text('接口、数据标准和报表格式必填。', 'Needed for interfaces, standards and report formats.'),
  ),
  replaces: titled(
    refersTo(caseId.optional(), 'case', 'publicInformation'),
    '取代的旧版',
    'Takes the place of',
    text('本机构已发布的同类内容。', 'One of the same kind that this body has published.'),
  ),
  link: titled(webAddress.optional(), '原文链接', 'Link to the document'),
  fileIds,
});

export const publicInformationIntake = intake({
  form: publicationForm,

  lookUp: ({ publisher }) => ({
    registers: [registers.windows],
    cases: [{ kind: 'publicInformation', subject: unitKey(publisher) }],
  }),

  file({ form, filer, now, cases, entries }): Filing {
    const { publisher, replaces = null } = form;
    const { named, subject, body, party, network } = filedFor(filer, publisher, windowsIn(entries), 'publisher');
    const today = dayOf(now);
    const publication: Publication = {
      ...{ kind: form.kind, publisher, issuedOn: form.issuedOn, version: form.version ?? null },
      scope: form.scope ?? named.region,
      validFrom: form.validFrom ?? today,
      validTo: form.validTo ?? null,
    };
    refuseIssues(checkPublication(publication, today, network));
    if (publication.validTo !== null && publication.validTo < today) {
      refuse('INVALID_INPUT', '已过有效期的内容不再发布。', 'What is out of force is not published.', {
        field: 'validTo',
      });
    }
    if (replaces !== null && !cases.some(({ id, isOpen }) => id === replaces && isOpen)) {
      refuse('INVALID_INPUT', '本机构没有这项现行的公开信息。', 'This body has no such publication in force.', {
        field: 'replaces',
      });
    }
    const opening: PublicInformationOpening = { ...publication, replaces };
    return { subject, title: named.name.zh, parties: { publisher: [party] }, body, opening };
  },
});
