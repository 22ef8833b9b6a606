import { attribute } from "../dom.ts";

/** What holds many things: its labels and attributes are of all of them, or of whoever is signed in. */
const CONTAINER =
  /^(?:html|body|main|header|footer|nav|aside|section|article|search|form|fieldset|dialog|details|table|thead|tbody|tfoot|tr|ul|ol|dl|menu|frameset)$/;
const CONTAINER_ROLE =
  /^(?:row|rowgroup|table|grid|treegrid|list|listbox|tree|menu|menubar|toolbar|tablist|tabpanel|dialog|alertdialog|alert|log|status|region|main|navigation|banner|contentinfo|complementary|form|search|application|document|feed|article|group|radiogroup)$/;

/** Whether an element holds many things, so that nothing said of it is said of one of them. */
export function isContainer(element: Element): boolean {
  return CONTAINER.test(element.localName) || CONTAINER_ROLE.test(attribute(element, "role") ?? "");
}
