import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Generated pages on 127.0.0.1, where a loopback build of the extension runs. */
export interface PageServer {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  close(): void;
}

/**
 * The pages are cross-origin isolated: Chromium then tells the time to 5 µs, else to 100
 * (https://developer.mozilla.org/docs/Web/API/Performance_API/High_precision_timing#reduced_precision).
 *
 * @param pages HTML by path, such as `/static`
 */
export async function servePages(pages: Record<string, string>): Promise<PageServer> {
  const server = createServer((request, response) => {
    const html = pages[request.url ?? ""];
    response.writeHead(html === undefined ? 404 : 200, {
      "Content-Type": "text/html; charset=utf-8",
      "Cross-Origin-Opener-Policy": "same-origin",
      "Cross-Origin-Embedder-Policy": "require-corp",
    });
    response.end(html);
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
