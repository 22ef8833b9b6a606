import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Generated pages on 127.0.0.1, where a loopback build of the extension is active. */
export interface PageServer {
  /** Such as `http://127.0.0.1:41234`. */
  origin: string;
  close(): void;
}

/**
 * Serves pages that are cross-origin isolated: Chromium's clock then has a resolution of 5 µs, otherwise of 100 µs
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
