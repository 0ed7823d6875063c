import { catalogue } from '../words/catalogue.ts';

/** Words of the sign-in form, which may come over any page. */
export const sessionWords = catalogue({
  title: ['登录', 'Sign in'],
  email: ['邮箱', 'E-mail'],
  password: ['密码', 'Password'],
  submit: ['登录', 'Sign in'],
  trainingHint: [
    '这是演练环境：演示账户形如 reviewer@demo.anjuan.test，全部角色和密码见 README。',
    'This is a training platform: accounts are such as reviewer@demo.anjuan.test; the README lists every role and the password.',
  ],
  withoutAccount: ['无需登录：', 'Without an account:'],
  forgottenLink: ['忘记密码？', 'Forgotten your password?'],
  factorCode: ['动态验证码', 'Code of the authenticator'],
  factorCodeHelp: ['手机丢失时可填写恢复码。', 'A recovery code if the phone is lost.'],
});
