/** What every store page says of the platform's part in it, in the words of 三.3 (SH-STORE-08.4). */
import { text } from '../text.ts';

export const disclaimer = text(
  '“企业服务云”权利人及运营方仅提供必要的技术支持服务，不对本平台用户所发布的信息承担任何担保责任。',
  'The owner and the operator of the Enterprise Service Cloud provide necessary technical support only and give no guarantee for the information that users of this platform publish.',
);
