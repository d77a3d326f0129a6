/** What WeChat answers, always as HTTP 200: its own codes and words. */
export const problems = {
  busy: { errcode: -1, errmsg: 'system error' },
  invalidToken: { errcode: 40001, errmsg: 'invalid credential, access_token is invalid or not latest' },
  invalidGrant: { errcode: 40002, errmsg: 'invalid grant_type' },
  invalidOpenid: { errcode: 40003, errmsg: 'invalid openid' },
  invalidAppId: { errcode: 40013, errmsg: 'invalid appid' },
  invalidCode: { errcode: 40029, errmsg: 'invalid code' },
  invalidTemplate: { errcode: 40037, errmsg: 'invalid template_id' },
  invalidSecret: { errcode: 40125, errmsg: 'invalid appsecret' },
  usedCode: { errcode: 40163, errmsg: 'code been used' },
  noToken: { errcode: 41001, errmsg: 'access_token missing' },
  noAppId: { errcode: 41002, errmsg: 'appid missing' },
  noSecret: { errcode: 41004, errmsg: 'appsecret missing' },
  invalidPage: { errcode: 41030, errmsg: 'invalid page' },
  expiredToken: { errcode: 42001, errmsg: 'access_token expired' },
  notAllowed: { errcode: 43101, errmsg: 'user refuse to accept the msg' },
  overQuota: { errcode: 45009, errmsg: 'reach max api daily quota limit' },
  tooOften: { errcode: 45011, errmsg: 'api minute-quota reach limit, must slower, retry next minute' },
  invalidJson: { errcode: 47001, errmsg: 'data format error' },
  invalidData: { errcode: 47003, errmsg: 'argument invalid!' },
} as const;
export type Problem = keyof typeof problems;
