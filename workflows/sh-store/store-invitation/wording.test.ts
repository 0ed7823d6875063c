/** The mails of an invitation say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('XC-02.2 a provisional deadline is shown as provisional', async () => {
  expect((await renderSample('storeInvitation', 'invitation', 'zh-CN')).text).toContain('为暂定期限');
  expect((await renderSample('storeInvitation', 'invitation', 'en')).text).toContain('it is provisional');
});
