/** Where a mini-program finds the API; in a browser it is the page's own origin. */
declare const TARO_APP_API: string;
declare module '*.scss';
