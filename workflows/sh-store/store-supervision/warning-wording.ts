/** Mails by which a store is warned that a ground for clearance is about to arise (SH-STORE-12.5, 13.5). */
import { deadlines, paragraph, warning } from '../../../rules/notices/content.ts';
import { counted } from '../../../rules/text.ts';
import type { WordingsOf } from '../../engine/wordings.ts';
import type { storeSupervision } from './contract.ts';

type Warnings = Pick<WordingsOf<typeof storeSupervision>, 'zeroMonthWarning' | 'lowQuarterWarning'>;

export const warningWordings: Warnings = {
  zeroMonthWarning: {
    'zh-CN': ({ institution, months, needed, arisesOn, passiveCounts }, say) => ({
      blocks: [
        paragraph(`店铺“${institution}”在下列月份没有新增积分：${say.all(months).join('、')}。`),
        warning(
          `连续 ${needed} 个月累计新增为 0 分的，构成清退情形（依据${say.cite('SH-STORE 四.5(3)')}）。如至截止之日仍无新增积分，` +
            `该情形自${say.day(arisesOn)}起存在，由审核人员确认或者排除。`,
        ),
        paragraph(
          '只要新增 1 分即可避免，例如登录卖家后台一次。' +
            (passiveCounts ? '' : '公司注册周年所得积分不计为新增积分。'),
        ),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['清退情形起始之日', say.day(arisesOn)],
      ],
      action: '查看店铺积分',
    }),
    en: ({ institution, months, needed, arisesOn, passiveCounts }, say) => ({
      blocks: [
        paragraph(`The store “${institution}” gained no new points in: ${say.all(months).join(', ')}.`),
        warning(
          `No new points in ${counted(needed, 'month')} in a row are a ground for clearance, under ${say.cite('SH-STORE 四.5(3)')}. ` +
            `If none are gained by the end below, the ground arises on ${say.day(arisesOn)}; a person then confirms or dismisses it.`,
        ),
        paragraph(
          'A single point averts it, e.g. one login as a seller.' +
            (passiveCounts ? '' : ' Points for the anniversary of the company do not count as new.'),
        ),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Ground would arise on', say.day(arisesOn)],
      ],
      action: 'See the points',
    }),
  },

  lowQuarterWarning: {
    'zh-CN': ({ institution, quarters, needed, points, missing, threeStars, basis, nextEnd, arisesOn }, say) => ({
      blocks: [
        paragraph(
          `店铺“${institution}”在下列季度末的评价等级为 2 星以下：${say.all(quarters).join('、')}。` +
            `目前${basis === 'QUARTER' ? '本季度' : '累计'}积分 ${points} 分，升至 3 星须达 ${threeStars} 分，还差 ${missing} 分。`,
        ),
        warning(
          `评价等级连续 ${needed} 个季度为 2 星以下的，构成清退情形（依据${say.cite('SH-STORE 四.5(4)')}）。下一次按${say.day(nextEnd)}` +
            ` 24:00 的积分评级；届时仍未升至 3 星的，该情形最早自${say.day(arisesOn)}起存在，由审核人员确认或者排除。`,
        ),
        deadlines,
      ],
      facts: [
        ['店铺', institution],
        ['目前积分', `${points} 分`],
        ['距 3 星还差', `${missing} 分`],
        ['下一季度末', say.day(nextEnd)],
      ],
      action: '查看店铺积分',
    }),
    en: ({ institution, quarters, needed, points, missing, threeStars, basis, nextEnd, arisesOn }, say) => ({
      blocks: [
        paragraph(
          `At the end of these quarters the store “${institution}” was rated at 2 stars or lower: ${say.all(quarters).join(', ')}. ` +
            `It has ${counted(points, 'point')} ${basis === 'QUARTER' ? 'in this quarter' : 'in all'}; 3 stars begin at ` +
            `${threeStars}: ${counted(missing, 'point')} missing.`,
        ),
        warning(
          `A rating of 2 stars or lower in ${counted(needed, 'quarter')} in a row is a ground for clearance, under ` +
            `${say.cite('SH-STORE 四.5(4)')}. The next rating is taken on the points at 24:00 on ${say.day(nextEnd)}; below 3 stars ` +
            `the ground arises on ${say.day(arisesOn)} at the earliest, and a person then confirms or dismisses it.`,
        ),
        deadlines,
      ],
      facts: [
        ['Store', institution],
        ['Points now', String(points)],
        ['Missing to 3 stars', String(missing)],
        ['Next end of a quarter', say.day(nextEnd)],
      ],
      action: 'See the points',
    }),
  },
};
