/** A text to be found in bytes, in whichever of its usual forms it stands there. */
export interface Needle {
  text: string;
  isIn(content: Buffer): boolean;
}

/** Finds a text as UTF-8, as UTF-16, and as base64 wherever it may begin in what was encoded. */
export function createNeedle(text: string): Needle {
  const utf8 = Buffer.from(text, "utf8");
  const inBase64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    // Its first and last signs depend on what stands around it.
    return Buffer.from(encoded.slice(before === 0 ? 0 : 4).replace(/.{0,3}=*$/, ""));
  });
  const forms = [utf8, Buffer.from(text, "utf16le"), ...inBase64];
  return { text, isIn: (content) => forms.some((form) => content.includes(form)) };
}
