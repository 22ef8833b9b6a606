/** Menus of the site: a card would be in the way of an open one; one that is always visible doesn't count as a menu. */
import type { Case, Section } from "./case.ts";

/** In a separate document: an open menu suppresses cards in all of it. */
function alone(each: Omit<Case, "inside">): Case {
  return { ...each, inside: [{ by: "src", style: "height:180px" }] };
}

const FLOATING = "position:absolute;top:80px;left:20px;width:120px;background:#fff";

export const MENUS: Section = {
  title: "Menus of the site",
  about: "While one is open no card appears; navigation that is always visible doesn't count.",
  cases: [
    alone({
      name: "menu-open",
      about: "an open menu",
      html: `<p>menu.open@matrix.example</p><div role="menu" style="${FLOATING}"><div role="menuitem">Copy</div></div>`,
      word: "menu.open@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-slotted",
      about: "sl-menu in the slot of a floating box",
      html: `<p>menu.slotted@matrix.example</p><sl-dropdown open><template data-root="open"><sl-popup><div style="${FLOATING}"><slot></slot></div></sl-popup></template><sl-menu role="menu"><sl-menu-item role="menuitem">Copy</sl-menu-item></sl-menu></sl-dropdown>`,
      word: "menu.slotted@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-slotted-twice",
      about: "Shoelace: through the slots of dropdown and popup",
      html: `<p>menu.twice@matrix.example</p><sl-dropdown open><template data-root="open"><sl-popup><template data-root="open"><div style="${FLOATING}"><slot></slot></div></template><div part="panel"><slot></slot></div></sl-popup></template><sl-menu role="menu"><template data-root="open"><slot></slot></template><sl-menu-item role="menuitem">Copy</sl-menu-item></sl-menu></sl-dropdown>`,
      word: "menu.twice@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-slotted-closed",
      about: "the same while it is closed",
      html: `<p>menu.closed@matrix.example</p><sl-dropdown><template data-root="open"><div style="${FLOATING};display:none"><slot></slot></div></template><sl-menu role="menu"><sl-menu-item role="menuitem">Copy</sl-menu-item></sl-menu></sl-dropdown>`,
      expect: "menu.closed@matrix.example",
    }),
    alone({
      name: "menu-in-shadow",
      about: "menu and text in one shadow tree",
      html: `<m-host><template data-root="open"><p>menu.shadow@matrix.example</p><div role="menu" style="${FLOATING}"><div role="menuitem">Copy</div></div></template></m-host>`,
      word: "menu.shadow@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-inside-open",
      about: "Material: the menu is in the shadow tree of an element that says it is open",
      html: `<p>menu.inside@matrix.example</p><md-menu open><template data-root="open"><div role="menu" style="${FLOATING}"><slot></slot></div></template><md-menu-item role="menuitem">Copy</md-menu-item></md-menu>`,
      word: "menu.inside@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-layer",
      about: "Vaadin: the menu in a layer that fills the window",
      html: `<p>menu.layer@matrix.example</p><x-overlay style="position:fixed;inset:0;pointer-events:none"><div style="margin:70px 0 0 20px;width:100px;background:#fff"><div role="menu"><div role="menuitem">Copy</div></div></div></x-overlay>`,
      word: "menu.layer@matrix.example",
      expect: "",
    }),
    alone({
      name: "menu-shell",
      about: "an application that fills the window, with navigation in it",
      html: '<div style="position:fixed;inset:0;display:flex;gap:20px"><nav><ul role="menu"><li role="menuitem">Home</li><li role="menuitem">Tickets</li></ul></nav><p>menu.shell@matrix.example</p></div>',
      expect: "menu.shell@matrix.example",
    }),
    alone({
      name: "menu-bar-fixed",
      about: "a fixed bar along the top",
      html: '<div style="position:fixed;top:0;left:0;right:0;background:#dde4f5"><ul role="menu" style="display:flex;gap:12px"><li role="menuitem">Home</li><li role="menuitem">Tickets</li></ul></div><p style="margin-top:60px">menu.bar@matrix.example</p>',
      expect: "menu.bar@matrix.example",
    }),
    alone({
      name: "menu-bar-narrow",
      about: "a floating row of items that is always visible",
      html: '<div style="position:fixed;top:8px;right:20px;background:#dde4f5"><ul role="menu" style="display:flex;gap:12px"><li role="menuitem">Home</li><li role="menuitem">Tickets</li><li role="menuitem">People</li></ul></div><p style="margin-top:60px">menu.narrow@matrix.example</p>',
      expect: "menu.narrow@matrix.example",
    }),
    alone({
      name: "menu-rail",
      about: "a fixed rail at the window's edge",
      html: '<nav style="position:fixed;top:20px;left:0;background:#dde4f5"><ul role="menu"><li role="menuitem">Home</li><li role="menuitem">Tickets</li></ul></nav><p style="margin-left:120px">menu.rail@matrix.example</p>',
      expect: "menu.rail@matrix.example",
    }),
    alone({
      name: "menu-tab-bar",
      about: "a tab bar along the bottom",
      html: '<div style="position:fixed;bottom:0;left:0;width:100%;background:#dde4f5"><div role="menu" style="display:flex"><a role="menuitem" href="#top">Home</a><a role="menuitem" href="#top">Tickets</a></div></div><p>menu.tab@matrix.example</p>',
      expect: "menu.tab@matrix.example",
    }),
    alone({
      name: "menu-of-bar",
      about: "a menu that opens from such a bar",
      html: `<div style="position:fixed;top:0;left:0;right:0;background:#dde4f5"><ul role="menu" style="display:flex"><li role="menuitem">File<ul role="menu" style="position:absolute;top:24px;left:0;background:#fff"><li role="menuitem">Open</li><li role="menuitem">Close</li></ul></li></ul></div><p style="margin:90px 0 0 160px">menu.hanging@matrix.example</p>`,
      word: "menu.hanging@matrix.example",
      expect: "",
    }),
  ],
};
