/** The mails of a trial say what the measures ask. */
import { expect, it } from 'vitest';
import { renderSample } from '../../../test/support/render-sample.ts';
import { trialOperationSamples } from './samples.ts';

it('SH-STORE-07.13 progress shows the three figures and what is missing', async () => {
  const zh = await renderSample('trialOperation', 'trialProgress', 'zh-CN');
  expect(zh.text).toMatch(/店铺积分\s+1500 分\s+超过 1500 分\s+还差 1 分/);
  expect(zh.text).toMatch(/订单量\s+99 笔\s+不少于 100 笔\s+还差 1 笔/);
  expect(zh.text).toMatch(/产品数量\s+12 个\s+不少于 10 个\s+已达标/);
  const en = await renderSample('trialOperation', 'trialProgress', 'en');
  expect(en.text).toMatch(/Points\s+1500\s+more than 1500\s+1 missing/);
  expect(en.text).toContain('Not met: points (1 missing), orders (1 missing).');
});

it('SH-STORE-07.11 a failed trial ended with the 24:00 of its last day', async () => {
  expect((await renderSample('trialOperation', 'trialFailed', 'zh-CN')).text).toMatch(
    /试运行期满\s+2025年11月26日 24:00（北京时间 UTC\+8）/,
  );
  expect((await renderSample('trialOperation', 'trialFailed', 'en')).text).toMatch(
    /Trial ended\s+24:00 on Wednesday 26 November 2025 \(UTC\+8\)/,
  );
});

it('SH-STORE-07.12 a reopened trial tells why, what is revoked and the corrected figures, and so does the result after it', async () => {
  const zh = await renderSample('trialOperation', 'trialReopened', 'zh-CN');
  for (const words of ['转正的决定已经撤销', '经查实，20 分系虚假交易所得', '1481 分', '还差 20 分']) {
    expect(zh.text).toContain(words);
  }
  const en = await renderSample('trialOperation', 'trialReopened', 'en');
  expect(en.text).toContain('The earlier decision to regularise the store is revoked');
  const { reopened } = trialOperationSamples.trialReopened;
  for (const template of ['trialFailed', 'trialRegularised'] as const) {
    const result = await renderSample('trialOperation', template, 'zh-CN', { reopened });
    expect(result.text).toContain('依据更正后的数据重新评定的结果');
    expect((await renderSample('trialOperation', template, 'zh-CN')).text).not.toContain('重新评定');
  }
});

it('SH-STORE-07.13 the recommender reads of the start and the progress in words of its own, with the letter', async () => {
  const started = await renderSample('trialOperation', 'recommendedTrialStarted', 'zh-CN');
  const progress = await renderSample('trialOperation', 'recommendedTrialProgress', 'zh-CN');
  for (const { text } of [started, progress]) {
    expect(text).toContain('浦东新区科技和经济委员会推荐的上海浦江知识产权服务有限公司');
    expect(text).toContain('浦科经〔2025〕18号');
    expect(text).toContain('2025年11月26日 24:00');
  }
  expect(progress.text).toContain('未达标：店铺积分（还差 1 分）、订单量（还差 1 笔）。');
});

it('SH-STORE-07.8 orders are counted in 笔, and a target of one is a singular', async () => {
  const targets = { points: 1, orders: 1, products: 1 };
  for (const template of ['trialStarted', 'recommendedTrialStarted'] as const) {
    expect((await renderSample('trialOperation', template, 'zh-CN')).text).toContain('订单达 100 笔以上');
    const en = await renderSample('trialOperation', template, 'en', { targets });
    expect(en.text).toContain('more than 1 point, at least 1 order and at least 1 product at the end');
  }
});
