import { catalogue } from '../../words/catalogue.ts';

/** Words of who has to do with a case. */
export const participantsWords = catalogue({
  title: ['参与人', 'Who has to do with it'],
  follows: ['仅关注', 'follows it'],
  handles: ['现承办', 'handles it now'],
  handled: ['曾承办', 'has handled it'],
  acts_one: ['办理 {{count}} 次，最近 {{at}}', 'acted {{count}} time, last {{at}}'],
  acts_other: ['办理 {{count}} 次，最近 {{at}}', 'acted {{count}} times, last {{at}}'],
  holds: ['待办：{{tasks}}', 'holds: {{tasks}}'],
  nameless: ['（名称不详）', '(name not known)'],
});
