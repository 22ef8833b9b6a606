import { readFileSync } from "node:fs";

/** Pages that combine screenshots of parts as they appear in the browser's window. */

const image = (png: Buffer) => `data:image/png;base64,${png.toString("base64")}`;

/** The popup where browsers open it: below the toolbar, at the end. */
export function popupInWindow(page: Buffer, popup: Buffer): string {
  return `<!doctype html>
    <style>
      body { margin: 0; background: url(${image(page)}) }
      img {
        position: fixed;
        top: 6px;
        right: 16px;
        border: 1px solid #c9ced6;
        border-radius: 8px;
        box-shadow: 0 12px 32px rgb(0 0 0 / 0.25);
      }
    </style>
    <img src="${image(popup)}">`;
}

/** The side panel at the end of the window. */
export function panelInWindow(page: Buffer, panel: Buffer): string {
  return `<!doctype html>
    <style>
      body { margin: 0; display: flex }
      img { display: block }
      img + img { border-left: 1px solid #c9ced6 }
    </style>
    <img src="${image(page)}"><img src="${image(panel)}">`;
}

/** The tile that stores show in their lists. */
export function tile(): string {
  const icon = readFileSync(new URL("./icon/icon.svg", import.meta.url), "utf8");
  return `<!doctype html>
    <style>
      body {
        display: grid;
        gap: 14px;
        place-content: center;
        justify-items: center;
        height: 280px;
        margin: 0;
        background: #edf1fd;
        color: #171a21;
        font: 600 30px system-ui, sans-serif;
      }
      svg { width: 88px; height: 88px }
      p { margin: 0; color: #596273; font-size: 16px; font-weight: 400 }
    </style>
    ${icon} Keycard Lookup
    <p>Who a user is, without leaving the page</p>`;
}
