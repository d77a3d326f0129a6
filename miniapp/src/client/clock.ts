let offsetMs = 0;

/** The server's clock; the demo moves it. */
export const now = (): Date => serverTime(Date.now());
/** A moment of this phone’s clock by the server’s. */
export const serverTime = (ms: number): Date => new Date(ms + offsetMs);

export function noteServerTime(headers: Record<string, unknown> | undefined): void {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'nuanlin-now');
  const at = name ? Date.parse(String(headers?.[name])) : Number.NaN;
  if (!Number.isNaN(at)) offsetMs = at - Date.now();
}
