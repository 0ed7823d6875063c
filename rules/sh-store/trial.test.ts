import { describe, expect, it } from 'vitest';
import { shStoreValues } from './config.ts';
import { judgeTrial } from './trial.ts';

function target(figures: Parameters<typeof judgeTrial>[0], figure: 'points' | 'orders' | 'products') {
  return judgeTrial(figures).targets.find((each) => each.figure === figure);
}

const enough = { points: 1501, orders: 100, products: 10 };

describe('trial targets', () => {
  it('SH-STORE-07.7 needs more than 1500 points', () => {
    expect(target({ ...enough, points: 1500 }, 'points')).toMatchObject({ met: false, missing: 1 });
    expect(target(enough, 'points')).toMatchObject({ met: true, missing: 0, test: { en: 'more than 1500 points' } });
  });

  it('SH-STORE-07.8 needs at least 100 orders', () => {
    expect(target(enough, 'orders')?.met).toBe(true);
    expect(target({ ...enough, orders: 99 }, 'orders')).toMatchObject({ met: false, missing: 1 });
  });

  it('SH-STORE-07.9 needs at least 10 listed products; delisted ones do not count', () => {
    expect(target(enough, 'products')?.met).toBe(true);
    expect(target({ ...enough, products: 9 }, 'products')?.met).toBe(false);
  });

  it('SH-STORE-07.10 passes when all three are met', () => {
    expect(judgeTrial(enough)).toMatchObject({ passed: true, missing: null });
  });

  it('SH-STORE-07.11 fails at 2000 points, 99 orders, 15 products and says what is missing', () => {
    const judgement = judgeTrial({ points: 2000, orders: 99, products: 15 });
    expect(judgement.passed).toBe(false);
    expect(judgement.missing).toEqual({ zh: '订单还差 1 笔', en: '1 more order' });
  });

  it('SH-STORE-07.7 follows the configured target', () => {
    const values = shStoreValues({ 'trial.points': 1000 });
    expect(judgeTrial({ ...enough, points: 1001 }, values).passed).toBe(true);
    expect(judgeTrial({ ...enough, points: 1000 }, values).passed).toBe(false);
  });
});
