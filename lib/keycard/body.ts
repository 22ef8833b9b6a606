/** What could be read of a body. */
export type Body =
  | { state: "complete"; text: string }
  /** It goes on beyond the cap. The rest was cancelled, not downloaded. */
  | { state: "too-long" }
  /** The connection broke, or the request's signal fired. */
  | { state: "broken" };

/** Reads a body as UTF-8 text, up to `maxBytes` (counted after decompression). */
export async function readBody(response: Response, maxBytes: number): Promise<Body> {
  const reader = response.body?.getReader();
  if (reader === undefined) return { state: "complete", text: "" };
  const decoder = new TextDecoder();
  let text = "";
  let bytes = 0;
  try {
    for (;;) {
      const chunk = await reader.read();
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
  }
}
