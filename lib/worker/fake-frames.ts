/** Frames in memory, for the tests of this folder: their globals, which is all that an injected script sees. */

/** By their names. */
export type FrameGlobals = Record<string, unknown>;

/** An empty frame with an origin. @param own what `self.origin` is there: "null" in a sandbox */
export function frameOf(origin: string, own = origin): FrameGlobals {
  const document = { querySelectorAll: () => [] };
  return { location: { origin }, self: { origin: own }, document };
}

/** What Chromium draws around a PDF. */
export function pdfFrame(origin: string): FrameGlobals {
  const document = { querySelectorAll: () => [], contentType: "application/pdf" };
  return { ...frameOf(origin), document };
}

/** Runs a function as if in a frame with these globals. */
export function withGlobals<T>(globals: FrameGlobals, run: () => T): T {
  const before = Object.keys(globals).map(
    (name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const,
  );
  for (const [name, value] of Object.entries(globals))
    Object.defineProperty(globalThis, name, { value, configurable: true, writable: true });
  try {
    return run();
  } finally {
    for (const [name, property] of before)
      if (property) Object.defineProperty(globalThis, name, property);
      else Reflect.deleteProperty(globalThis, name);
  }
}
