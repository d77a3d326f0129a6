let offsetMs = 0;

/** The server's clock; the demo moves it. */
export const now = (): Date => new Date(Date.now() + offsetMs);

export function noteServerTime(headers: Record<string, unknown> | undefined): void {
  const name = Object.keys(headers ?? {}).find((key) => key.toLowerCase() === 'nuanlin-now');
  const at = name ? Date.parse(String(headers?.[name])) : Number.NaN;
  if (!Number.isNaN(at)) offsetMs = at - Date.now();
}
