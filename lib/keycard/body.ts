/** What could be read of a body. */
export type Body =
  | { state: "complete"; text: string }
  /** It exceeds the limit. The rest was canceled, not downloaded. */
  | { state: "too-long" }
  /** The connection broke, or the request's signal was aborted. */
  | { state: "broken" };

/**
 * Reads a body as UTF-8 text, up to `maxBytes` (counted after decompression), until `signal` is aborted. The signal is
 * checked here too, although it is the request's own: once the headers have arrived, fetch may lose it to the garbage
 * collector (nodejs/undici#3644), and a body that hangs would hang forever.
 */
export async function readBody(
  response: Response,
  maxBytes: number,
  signal: AbortSignal,
): Promise<Body> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { state: "complete", text: "" };
  // Ends the pending read as if the body were complete. If it has failed by itself, that doesn't matter.
  const stop = () => void reader.cancel().catch(() => undefined);
  if (signal.aborted) stop();
  signal.addEventListener("abort", stop);
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await reader.read();
      if (signal.aborted) return { state: "broken" };
      if (chunk.done) return { state: "complete", text: text + decoder.decode() };
      bytes += chunk.value.byteLength;
      if (bytes > maxBytes) {
        await reader.cancel();
        return { state: "too-long" };
      }
      text += decoder.decode(chunk.value, { stream: true });
    }
  } catch {
    return { state: "broken" };
  } finally {
    signal.removeEventListener("abort", stop);
  }
}
