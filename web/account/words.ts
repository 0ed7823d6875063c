import { catalogue } from '../words/catalogue.ts';

/** Words of the pages about one's own account. */
export const accountWords = catalogue({
  newPassword: ['新密码', 'New password'],
  currentPassword: ['当前密码', 'Current password'],
  mustChange: [
    '管理员为您设置了密码，请先改成自己的密码。',
    'An administrator has set your password. Choose your own first.',
  ],
  change: ['修改密码', 'Change the password'],
  changed: ['密码已修改，其他会话已全部退出。', 'The password is changed; all other sessions have ended.'],
  phrases: ['常用语（理由和意见）', 'Kept phrases for reasons and opinions'],
  sessions: ['登录会话', 'Sessions'],
  thisSession: ['当前会话', 'this one'],
  endSession: ['结束', 'End'],
  commercial: ['不接收推广邮件', 'No commercial mail'],
  commercialHelp: ['案件通知与提醒不受影响。', 'Notices and reminders of your cases still come.'],
  forgotten: ['忘记密码', 'Forgotten password'],
  forgottenHelp: [
    '请填写登录邮箱。如有对应的账户，将收到 6 位数字验证码。',
    'Enter the address you sign in with. If it has an account, a code of six digits is sent to it.',
  ],
  sendCode: ['发送验证码', 'Send the code'],
  codeSent: [
    '如该邮箱有账户，验证码已发出，15 分钟内有效。',
    'If the address has an account, the code is on its way; it holds for 15 minutes.',
  ],
  code: ['验证码', 'Code'],
  factor: ['登录验证器', 'Authenticator'],
  factorHelp: [
    '启用后，登录时除密码外还需输入手机验证器上的动态验证码。',
    'Once it is set up, signing in asks for a code of an app on your phone besides the password.',
  ],
  factorOn: ['已启用', 'Set up'],
  factorMust: [
    '按平台要求，工作人员须先启用登录验证器。',
    'Staff of this platform set up an authenticator before anything else.',
  ],
  factorBegin: ['启用登录验证器', 'Set up an authenticator'],
  factorScan: [
    '请用验证器应用扫描下图，或手工输入密钥，再填写应用显示的 6 位验证码。',
    'Scan the picture with an authenticator app, or type the secret in, then enter the six digits it shows.',
  ],
  factorPicture: ['登录验证器二维码', 'Picture for the authenticator app'],
  factorSecret: ['密钥', 'Secret'],
  factorConfirm: ['确认启用', 'Confirm'],
  factorRecovery: [
    '已启用。请保存下列恢复码，每个只能使用一次，仅显示这一次。',
    'It is set up. Keep these recovery codes: each can be used once, and they are shown this once.',
  ],
  factorDone: ['已保存', 'I have kept them'],
  factorRemove: ['停用登录验证器', 'Remove the authenticator'],
  setPassword: ['重设密码并登录', 'Set the password and sign in'],
  askAgain: ['重新发送', 'Send another'],
  backToSignIn: ['返回登录', 'Back to sign-in'],
  mailLanguage: ['通知语言', 'Language of my notices'],
  mailLanguageHelp: ['邮件和站内通知使用的语言。', 'Of the mails and of the notices on the platform.'],
  offices: ['职务', 'Offices'],
});
