import { gecko } from "../../../lib/manifest.ts";
import type { Marionette } from "./marionette.ts";

/** Clicks the extension's item in the context menu that is opening. @throws Error if it has none */
export async function chooseMenuItem(marionette: Marionette): Promise<void> {
  await marionette.chrome(async (id) => {
    const menu = document.getElementById("contentAreaContextMenu") as unknown as ContextMenu;
    for (let tries = 0; menu.state !== "open"; tries++) {
      if (tries > 200) throw new Error(`The context menu is ${menu.state}.`);
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    // Firefox builds its IDs from the extension's and the item's.
    const item = menu.querySelector(`[id^="${id.replace("@", "_").replace(".", "_")}-menuitem"]`);
    if (!item) throw new Error("The menu has no item of the extension.");
    menu.activateItem(item);
  }, gecko.id);
}

/** What the browser's window has and TypeScript doesn't know. */
interface ContextMenu {
  state: string;
  querySelector(selector: string): object | null;
  activateItem(item: object): void;
}
