import type { ComponentChildren } from "preact";

/** The pictures beside words: 16 by 16, drawn in the colour of the text, silent to screen readers. */

function Icon({ children }: { children: ComponentChildren }) {
  return (
    <svg
      class="icon"
      viewBox="0 0 16 16"
      width="16"
      height="16"
      fill="none"
      stroke="currentColor"
      stroke-width="1.5"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
      focusable="false"
    >
      {children}
    </svg>
  );
}

export const CheckIcon = () => (
  <Icon>
    <path d="m3.5 8.5 3 3 6-7" />
  </Icon>
);

export const BanIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="m4 4 8 8" />
  </Icon>
);

export const UnsureIcon = () => (
  <Icon>
    <circle cx="8" cy="8" r="5.75" />
    <path d="M6.4 6.5a1.65 1.65 0 1 1 2.3 1.5c-.5.25-.7.6-.7 1.1M8 11.2v.05" />
  </Icon>
);

export const AlertIcon = () => (
  <Icon>
    <path d="M8 2.25 14.25 13.25H1.75ZM8 6.5v3M8 11.4v.05" />
  </Icon>
);

export const OutIcon = () => (
  <Icon>
    <path d="M9.5 2.75h3.75V6.5M13 3 7.75 8.25M11.5 9.5v2.75a1 1 0 0 1-1 1h-6.75a1 1 0 0 1-1-1V5.5a1 1 0 0 1 1-1H6.5" />
  </Icon>
);

export const RefreshIcon = () => (
  <Icon>
    <path d="M13.25 8A5.25 5.25 0 1 1 11.6 4.2L13.25 5.75M13.25 2.5v3.25H10" />
  </Icon>
);

export const PinIcon = () => (
  <Icon>
    <path d="M5.75 2.25h4.5M6.5 2.25v4L4.25 9.5h7.5L9.5 6.25v-4M8 9.5v4.25" />
  </Icon>
);

export const PanelIcon = () => (
  <Icon>
    <rect x="2" y="2.75" width="12" height="10.5" rx="1.75" />
    <path d="M9.75 2.75v10.5" />
  </Icon>
);

export const CloseIcon = () => (
  <Icon>
    <path d="m4 4 8 8M12 4l-8 8" />
  </Icon>
);

export const GearIcon = () => (
  <Icon>
    <path d="M2 4.75h6.25M12 4.75h2M2 11.25h2M7.75 11.25H14" />
    <circle cx="10.1" cy="4.75" r="1.75" />
    <circle cx="5.9" cy="11.25" r="1.75" />
  </Icon>
);

export const SearchIcon = () => (
  <Icon>
    <circle cx="7" cy="7" r="4.25" />
    <path d="m10.25 10.25 3.25 3.25" />
  </Icon>
);

export const ListIcon = () => (
  <Icon>
    <path d="M6 4h7.5M6 8h7.5M6 12h7.5M2.75 4v.05M2.75 8v.05M2.75 12v.05" />
  </Icon>
);

export const BackIcon = () => (
  <Icon>
    <path d="M9.75 3.5 5.25 8l4.5 4.5" />
  </Icon>
);

/** The extension's own sign: a card with a key's notch. */
export const LogoIcon = () => (
  <svg class="logo" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <rect class="logo-card" x="1" y="3" width="18" height="14" rx="4" />
    <circle class="logo-key" cx="7" cy="10" r="2.6" />
    <path class="logo-key" d="M9.4 10h6.1M13 10v2.4M15.5 10v1.6" />
  </svg>
);

export const LockIcon = () => (
  <Icon>
    <rect x="3" y="7" width="10" height="6.5" rx="1.5" />
    <path d="M5.25 7V5a2.75 2.75 0 0 1 5.5 0v2" />
  </Icon>
);
