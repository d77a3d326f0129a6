/**
 * WeChat's app service has no AbortController in every base library, and react-query constructs one for each fetch:
 * without it queries stay pending for ever, silently.
 */
class Signal {
  aborted = false;
  reason: unknown;
  onabort: (() => void) | null = null;
  private listeners: (() => void)[] = [];

  addEventListener(_type: string, listener: () => void) {
    this.listeners.push(listener);
  }
  removeEventListener(_type: string, listener: () => void) {
    this.listeners = this.listeners.filter((other) => other !== listener);
  }
  throwIfAborted() {
    if (this.aborted) throw this.reason;
  }
  fire(reason: unknown) {
    if (this.aborted) return;
    this.aborted = true;
    this.reason = reason ?? new Error('AbortError');
    this.onabort?.();
    for (const listener of this.listeners) listener();
  }
}

class Controller {
  signal = new Signal();
  abort(reason?: unknown) {
    this.signal.fire(reason);
  }
}

const scope = globalThis as { AbortController?: unknown };
scope.AbortController ??= Controller;
