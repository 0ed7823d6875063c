import { catalogue } from '../words/catalogue.ts';

export const sessionWords = catalogue({
  title: ['登录', 'Sign in'],
  email: ['邮箱', 'E-mail'],
  password: ['密码', 'Password'],
  newPassword: ['新密码', 'New password'],
  currentPassword: ['当前密码', 'Current password'],
  submit: ['登录', 'Sign in'],
  withoutAccount: ['无需登录：', 'Without an account:'],
  mustChange: [
    '管理员为您设置了密码，请先改成自己的密码。',
    'An administrator has set your password. Choose your own first.',
  ],
  change: ['修改密码', 'Change the password'],
  changed: ['密码已修改，其他会话已全部退出。', 'The password is changed; all other sessions have ended.'],
  sessions: ['登录会话', 'Sessions'],
  thisSession: ['当前会话', 'this one'],
  endSession: ['结束', 'End'],
  since: ['{{at}} 起', 'since {{at}}'],
  language: ['语言', 'Language'],
  commercial: ['不接收推广邮件', 'No commercial mail'],
  commercialHelp: ['案件通知与提醒不受影响。', 'Notices and reminders of your cases still come.'],
  offices: ['职务', 'Offices'],
});
