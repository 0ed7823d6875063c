/** How a service record is begun where no service request began it: by who served, provider or platform (HN-NET-23.1). */
import { z } from 'zod';
import { checkBasisDays } from '../../../rules/hn-net/service-record.ts';
import { refuseIssues } from '../../../rules/refuse-issues.ts';
import { refuse } from '../../../rules/refusal.ts';
import { text } from '../../../rules/text.ts';
import { dayOf } from '../../../rules/time/index.ts';
import { day } from '../../engine/input.ts';
import { intake, type Filed, type Filing } from '../../engine/intake.ts';
import { inUnit, titled } from '../../engine/titled.ts';
import { line } from '../../engine/typed.ts';
import { partyKey, platformId } from '../dispute-input.ts';
import { namedPlatform } from '../named-platform.ts';
import { worksFor } from '../staff-filing.ts';
import { entryIn, answeringBody, registers, windowsIn } from '../words.ts';
import type { ServiceRecordOpening } from './contract.ts';

const formSchema = z.strictObject({
  platform: titled(
    platformId.optional(),
    '提供服务的平台',
    'Platform that served',
    text('平台自行提供的服务填写；服务商不填。', 'For services of a platform itself; left out by providers.'),
  ),
  item: titled(line(200), '服务项目（产品）', 'Service item or product'),
  consumer: titled(
    partyKey.optional(),
    '服务对象',
    'Consumer',
    text('已注册的，按名称查找。', 'Found by its name, if it is registered.'),
  ),
  enterprises: titled(
    inUnit(z.int().min(1).max(100_000).default(1), '家', 'enterprises'),
    '服务企业数',
    'Enterprises served',
    text('例如一次培训服务的企业数。', 'E.g. how many a training was for.'),
  ),
  launchedOn: titled(
    day,
    '开展服务的依据产生日',
    'Day of the proof of launching',
    text('例如合同签订日、通知发布日。', 'E.g. the day of the contract or notice.'),
  ),
  performedOn: titled(
    day.optional(),
    '实施服务的依据产生日',
    'Day of the proof of performing',
    text('例如验收日；尚未实施的不填。', 'E.g. the acceptance; left out if it is still ahead.'),
  ),
});

type Begun = Filed<z.output<typeof formSchema>>;

export const serviceRecordIntake = intake({
  form: formSchema,

  lookUp: (_form, party) => ({
    registers: [registers.windows],
    entries: [{ register: registers.providers, party }],
  }),

  file(filed): Filing {
    const { platform, item, consumer = null, enterprises, launchedOn, performedOn = null } = filed.form;
    const { servesSince, ...begun } = platform === undefined ? ofProvider(filed) : ofPlatform(filed, platform);
    refuseIssues(checkBasisDays(launchedOn, performedOn, dayOf(filed.now), servesSince));
    const opening: ServiceRecordOpening = {
      requestCaseId: null,
      item,
      consumer,
      enterprises,
      launchedOn,
      performedOn,
      servesSince,
    };
    return { ...begun, opening };
  },
});

function ofProvider({ party, entries }: Begun) {
  const entry = entryIn(entries, registers.providers);
  if (entry === undefined) {
    refuse(
      'CONDITION_NOT_MET',
      '只有登记的服务商录入服务记录；平台自行提供的服务，请填写平台。',
      'Only registered providers enter service records; for a service of a platform name the platform.',
      { field: 'platform' },
    );
  }
  const body = answeringBody(entry);
  const servesSince = entry.validFrom ?? null;
  return {
    ...{ subject: party, title: entry.name, parties: { reporter: [party] }, body, bodies: { platform: body } },
    servesSince,
  };
}

function ofPlatform({ filer, entries }: Begun, platform: string) {
  const { named, subject, body, party } = namedPlatform(platform, windowsIn(entries), 'platform');
  if (!worksFor(filer, body)) {
    refuse('OUT_OF_SCOPE', '工作人员只能录入本平台的服务。', 'Staff enter the services of their own platform alone.', {
      field: 'platform',
    });
  }
  return {
    ...{ subject, title: named.name.zh, parties: { reporter: [party] }, body, bodies: { platform: body } },
    servesSince: null,
  };
}
