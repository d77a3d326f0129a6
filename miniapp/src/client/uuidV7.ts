/** A UUID that begins with the time (RFC 9562); the key under which one wish has its effect once. */
export function uuidV7(): string {
  const time = Date.now().toString(16).padStart(12, '0');
  const random = Array.from({ length: 19 }, () => Math.floor(Math.random() * 16).toString(16)).join('');
  const variant = '89ab'[Math.floor(Math.random() * 4)];
  return `${time.slice(0, 8)}-${time.slice(8)}-7${random.slice(0, 3)}-${variant}${random.slice(3, 6)}-${random.slice(6, 18)}`;
}
