/** What jsdom lacks and Svelte or bits-ui expect. */
import { cleanup } from "@testing-library/svelte";
import { afterEach, vi } from "vitest";

function offer(target: object, name: string, value: unknown): void {
  if (Reflect.get(target, name) === undefined)
    Object.defineProperty(target, name, { value, configurable: true, writable: true });
}

offer(Element.prototype, "animate", () => ({
  finished: Promise.resolve(),
  cancel: () => undefined,
}));
offer(Element.prototype, "scrollIntoView", () => undefined);
offer(Element.prototype, "hasPointerCapture", () => false);
offer(window, "matchMedia", (media: string) => ({
  matches: false,
  media,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
}));
offer(
  window,
  "ResizeObserver",
  class {
    observe = () => undefined;
    unobserve = () => undefined;
    disconnect = () => undefined;
  },
);

afterEach(() => {
  cleanup();
  vi.useRealTimers();
});
