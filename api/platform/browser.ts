import type { Context as Http } from 'koa';
import type { Browser } from './endpoint';

const cookieName = 'nuanlin_refresh';
const cookieDays = 30;

/** In a browser the refresh token is an HttpOnly cookie that only the session paths receive. Looked at by the few who ask. */
export class BrowserOf implements Browser {
  constructor(private readonly http: Http) {}

  /** Whoever brings the cookie is a browser, whatever it says: no script gets the token by leaving the header out. */
  get isBrowser() {
    return this.http.get('X-Client') === 'h5' || this.refreshCookie !== undefined;
  }

  get refreshCookie() {
    return this.http.cookies.get(cookieName);
  }

  setRefreshCookie(token: string | null) {
    this.http.cookies.set(cookieName, token, {
      httpOnly: true,
      sameSite: 'strict',
      secure: this.http.secure,
      path: '/api/sessions',
      maxAge: token ? cookieDays * 86_400_000 : 0,
      overwrite: true,
    });
  }
}
