/** Group robots and gateways at which what concerns the staff of a body is told besides the mail (XC-04). */
import type { NoticeSpec, NoticeWithoutCase } from '../notices.ts';
import { text, type Locale, type Text } from '../text.ts';
import { paragraph, type NoticeContent } from './content.ts';

/** What a channel takes: a message of a WeCom or a DingTalk robot, or JSON of our own, e.g. for a gateway of short messages. */
export const WEBHOOK_FORMATS = {
  WECOM: text('企业微信群机器人', 'WeCom group robot'),
  DINGTALK: text('钉钉群机器人', 'DingTalk group robot'),
  JSON: text('短信等消息网关', 'gateway, e.g. of short messages'),
} as const satisfies Readonly<Record<string, Text>>;

export type WebhookFormat = keyof typeof WEBHOOK_FORMATS;

/** Which hosts the operator vouches for: they may be inside the network, and be reached without TLS. */
export type TrustedHosts = 'any' | readonly string[];

/** Whether the operator vouches for a host: in training for each, otherwise for those that `WEBHOOK_HOSTS` names. */
export function isTrustedHost(trusted: TrustedHosts, host: string): boolean {
  return trusted === 'any' || trusted.includes(host.toLowerCase());
}

/**
 * What is wrong with the address of a channel; null if it will do. Where its name leads to is looked at with each message: it may lead elsewhere
 * tomorrow.
 */
export function webhookAddressFault(trusted: TrustedHosts, address: string): Text | null {
  const url = URL.parse(address);
  if (url === null || !['https:', 'http:'].includes(url.protocol))
    return text('请填写以 https:// 开头的完整地址。', 'Enter the whole address, which begins with https://.');
  if (url.username !== '' || url.password !== '' || url.hash !== '')
    return text(
      '地址中不得含有用户名、密码或者“#”之后的部分。',
      'The address must have no user, no password and no part behind a #.',
    );
  if (isTrustedHost(trusted, url.hostname)) return null;
  if (url.protocol !== 'https:') return text('地址须以 https:// 开头。', 'The address must begin with https://.');
  return isPublicName(url.hostname)
    ? null
    : text(
        '不得使用 IP 地址、本机或者内网主机名。确需使用内网网关的，请运维人员在 WEBHOOK_HOSTS 中列明该主机。',
        'No IP address, this machine or a host within the network. For a gateway inside, the operator names its host in WEBHOOK_HOSTS.',
      );
}

/** A name of the public DNS, as far as a name can tell. */
function isPublicName(host: string): boolean {
  const labels = host.toLowerCase().split('.');
  const last = labels.at(-1) ?? '';
  return labels.length > 1 && /^[a-z][a-z0-9-]*$/.test(last) && !INSIDE.includes(last);
}

/** Top labels that are of no public DNS (RFC 6761, RFC 6762, RFC 8375; `internal` by ICANN). */
const INSIDE: readonly string[] = [
  'localhost',
  'local',
  'internal',
  'intranet',
  'lan',
  'home',
  'corp',
  'arpa',
  'test',
  'invalid',
];

/** Name of the notice that tries a channel out. */
export const CHANNEL_TEST = 'channelTest';

/** What it is told with: the name of the channel. */
export interface ChannelTest {
  readonly channel: string;
}

export const channelTestSpec: NoticeSpec = {
  class: 'service',
  channels: ['WEBHOOK'],
  title: text('通知渠道测试', 'Test of a channel'),
  requirement: 'XC-04',
  version: 1,
};

export const channelTestWording: Readonly<Record<Locale, (data: ChannelTest & NoticeWithoutCase) => NoticeContent>> = {
  'zh-CN': ({ channel }) => ({
    blocks: [paragraph(`这是发往“${channel}”的测试消息。收到即表明渠道可用，无须处理。`)],
  }),
  en: ({ channel }) => ({
    blocks: [paragraph(`This is a test of “${channel}”. The channel works; there is nothing to do.`)],
  }),
};
