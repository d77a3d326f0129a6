/** Where a mini-program finds the API; in a browser it is the page's own origin. */
declare const TARO_APP_API: string;
/** The routes of all operations; read them in `client/routes.ts`. */
declare const TARO_APP_ROUTES: import('./client/routes').Routes;
declare module '*.scss';
