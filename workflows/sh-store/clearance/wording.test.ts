/** The mails of a clearance say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('XC-05.2 a detected ground asks a person to confirm or dismiss', async () => {
  expect((await renderSample('clearance', 'clearanceDetected', 'zh-CN')).text).toContain('须由审核人员确认或者排除');
  expect((await renderSample('clearance', 'clearanceDetected', 'en')).text).toContain(
    'A person must confirm or dismiss it',
  );
});
