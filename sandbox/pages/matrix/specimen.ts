/** Renders a specimen inside the shadow trees and frames of its case. */
import type { Case, FrameLayer, Layer, ShadowLayer } from "./case.ts";

/** Where the documents of frames are served: this path, the case's name, and the number of layers around it. */
export const FRAME_PATH = "/matrix/frames";

/**
 * A case from one of its layers inwards.
 *
 * @param origin the origin of the document that it goes into
 * @param depth how many of its layers are around that document
 */
export function specimen(wanted: Case, origin: string, depth = 0): string {
  const layer = wanted.inside?.[depth];
  if (!layer) return caseElement(wanted);
  const inner = specimen(wanted, innerOrigin(layer.by, origin), depth + 1);
  if (isShadow(layer))
    return `<m-host><template data-root="${layer.by}">${inner}</template></m-host>`;
  return frame(wanted, layer, origin, depth + 1);
}

function isShadow(layer: Layer): layer is ShadowLayer {
  return layer.by === "open" || layer.by === "closed";
}

/** The document of a frame: a case inside its outer layers. */
export function frameDocument(wanted: Case, origin: string, depth: number): string {
  const layer = wanted.inside?.[depth - 1];
  const scroll = (layer && "scroll" in layer && layer.scroll) || 0;
  const spacer = scroll > 0 ? `<div style="height:${scroll}px"></div>` : "";
  return `<!doctype html>
<html lang="en"${scroll > 0 ? ` data-scroll="${scroll}"` : ""}>
<meta charset="utf-8">
<title>${wanted.name}</title>
<link rel="stylesheet" href="${origin}/tickets/assets/matrix.css">
<body class="m-frame">
${spacer}${specimen(wanted, origin, depth)}${spacer}
<script src="${origin}/tickets/assets/matrix.js"></script>
</body>
</html>`;
}

/** An attribute that is an address identifies its element's person: a "=" in front of each value prevents that here. */
function caseElement({ name, html, expect, word, at }: Case): string {
  const given = Object.entries({ case: name, expect, word, at })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` data-${key}="=${escaped(String(value))}"`);
  return `<div class="m-case"${given.join("")}>${html}</div>`;
}

/** @param depth how many layers are around the frame's document */
function frame(wanted: Case, layer: FrameLayer, origin: string, depth: number): string {
  const { by, attributes = "", style = "" } = layer;
  const common = `class="m-framed" title="${wanted.name}" ${attributes} style="${style}"`;
  const at = innerOrigin(by, origin);
  const url = `${at}${FRAME_PATH}/${wanted.name}/${depth}`;
  const inline = () => frameDocument(wanted, at, depth);
  switch (by) {
    case "src":
    case "cross":
      return `<iframe ${common} src="${url}"></iframe>`;
    case "object":
      return `<object ${common} type="text/html" data="${url}"></object>`;
    case "srcdoc":
      return `<iframe ${common} srcdoc="${escaped(inline())}"></iframe>`;
    case "data":
      return `<iframe ${common} src="data:text/html;charset=utf-8,${encodeURIComponent(inline())}"></iframe>`;
    case "blob":
    case "written":
    case "appended":
      return `<iframe ${common} data-${by}="${escaped(inline())}"></iframe>`;
  }
}

/** The sandbox answers under two names of this machine, which are two sites to a browser. */
function innerOrigin(by: string, origin: string): string {
  if (by !== "cross") return origin;
  const other = new URL(origin);
  other.hostname = other.hostname === "localhost" ? "127.0.0.1" : "localhost";
  return other.origin;
}

function escaped(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
