import { attribute } from "../dom.ts";

/** Elements that contain many things: their labels and attributes are about all of them, or the signed-in user. */
const CONTAINER =
  /^(?:html|body|main|header|footer|nav|aside|section|article|search|form|fieldset|dialog|details|table|thead|tbody|tfoot|tr|ul|ol|dl|menu|frameset)$/;
const CONTAINER_ROLE =
  /^(?:row|rowgroup|table|grid|treegrid|list|listbox|tree|menu|menubar|toolbar|tablist|tabpanel|dialog|alertdialog|alert|log|status|region|main|navigation|banner|contentinfo|complementary|form|search|application|document|feed|article|group|radiogroup)$/;

/** Whether an element contains many things, so that its labels and attributes aren't about one of them. */
export function isContainer(element: Element): boolean {
  return CONTAINER.test(element.localName) || CONTAINER_ROLE.test(attribute(element, "role") ?? "");
}
