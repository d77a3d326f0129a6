import type { Context as Http } from 'koa';
import type { Browser } from './endpoint';

const cookieName = 'nuanlin_refresh';
const cookieDays = 30;

/** In a browser the refresh token is an HttpOnly cookie that only the session paths receive. */
export function browserOf(http: Http): Browser {
  return {
    // Whoever brings the cookie is a browser, whatever it says: no script gets the token by leaving the header out.
    get isBrowser() {
      return http.get('X-Client') === 'h5' || this.refreshCookie !== undefined;
    },
    get refreshCookie() {
      return http.cookies.get(cookieName);
    },
    setRefreshCookie: (token) =>
      http.cookies.set(cookieName, token, {
        httpOnly: true,
        sameSite: 'strict',
        secure: http.secure,
        path: '/api/sessions',
        maxAge: token ? cookieDays * 86_400_000 : 0,
        overwrite: true,
      }),
  };
}
