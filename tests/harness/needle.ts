/** A text to find in bytes, in any of its usual encodings. */
export interface Needle {
  text: string;
  isIn(content: Buffer): boolean;
}

/** Finds a text as UTF-8, as UTF-16, and as base64 at any offset in the encoded data. */
export function createNeedle(text: string): Needle {
  const utf8 = Buffer.from(text, "utf8");
  const inBase64 = [0, 1, 2].map((before) => {
    const encoded = Buffer.concat([Buffer.alloc(before), utf8]).toString("base64");
    // Its first and last characters depend on its surroundings.
    return Buffer.from(encoded.slice(before === 0 ? 0 : 4).replace(/.{0,3}=*$/, ""));
  });
  const forms = [utf8, Buffer.from(text, "utf16le"), ...inBase64];
  return { text, isIn: (content) => forms.some((form) => content.includes(form)) };
}
