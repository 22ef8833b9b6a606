import type { BrowserContext, ConsoleMessage } from "@playwright/test";
import { createNeedle } from "../needle.ts";
import { FACTS, SECRETS } from "./canaries.ts";

/** What was written to consoles, and uncaught errors. */
export interface Consoles {
  /** Each violation since the last call, in words. */
  judge(extension: string): string[];
}

interface Said {
  /** URLs of the script that wrote it, and of the page or worker whose console has it. */
  places: string[];
  text: string;
}

/** Listens to every page, frame and worker of a context from now on. Playwright doesn't know the toolbar popup. */
export function listenToConsoles(context: BrowserContext): Consoles {
  const heard: Said[] = [];
  context.on("console", (message) =>
    heard.push({
      places: [message.location().url, whose(message)],
      text: `${message.type()}: ${message.text()}`,
    }),
  );
  context.on("weberror", (error) => {
    const { message, stack = "" } = error.error();
    heard.push({ places: [error.page()?.url() ?? "", stack], text: `uncaught: ${message}` });
  });
  return {
    judge(extension) {
      const canaries = [...SECRETS, ...FACTS].map(createNeedle);
      return heard.splice(0).flatMap(({ places, text }) => {
        // The extension writes nothing at all, to no console.
        const ours = places.some((place) => place.includes(extension));
        const told = canaries.some((canary) => canary.isIn(Buffer.from(text)));
        return ours || told ? [`in the console of ${places.join(" ").trim()}: ${text}`] : [];
      });
    },
  };
}

function whose(message: ConsoleMessage): string {
  return message.worker()?.url() ?? message.page()?.url() ?? "";
}
