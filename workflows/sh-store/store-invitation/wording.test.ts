/** The mails of an invitation say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';

it('XC-02.2 a provisional deadline is shown as provisional', async () => {
  expect((await renderSample('storeInvitation', 'invitation', 'zh-CN')).text).toContain('为暂定期限');
  expect((await renderSample('storeInvitation', 'invitation', 'en')).text).toContain('it is provisional');
});

it('SH-STORE-02.4 the note of the inviter reaches the invited, in either language, under the name of the body', async () => {
  const zh = await renderSample('storeInvitation', 'invitation', 'zh-CN');
  expect(zh.subject).toContain('上海市中小企业发展服务中心邀请贵机构入驻企业服务云');
  const en = await renderSample('storeInvitation', 'invitation', 'en');
  expect(en.subject).toContain('The Shanghai SME Development Service Centre invites you to open a store');
  for (const { text } of [zh, en]) {
    expect(text).toContain('- 贵机构的跨境知识产权服务深受企业好评。');
    expect(text).toContain('- 欢迎先行来访。');
  }
  expect((await renderSample('storeInvitation', 'invitation', 'en', { note: undefined })).text).not.toContain(
    'inviter says',
  );
});
