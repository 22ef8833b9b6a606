import {
  Ban,
  Check,
  ChevronDown,
  ChevronLeft,
  ChevronUp,
  CircleQuestionMark,
  Clipboard,
  type IconNode,
  List,
  LocateFixed,
  Lock,
  Maximize2,
  PanelRight,
  Pin,
  RefreshCw,
  Search,
  SlidersHorizontal,
  TriangleAlert,
  X,
} from "lucide";
import { h } from "preact";

/**
 * The icons next to texts: Lucide's, 16 by 16, in the text color, hidden from screen readers. They come from its
 * package of plain data: lucide-preact 1.48 requires Preact 10. Each has one meaning. One that is used in a single
 * place is created there, because all of these are loaded with every page.
 */
export const iconOf = (nodes: IconNode) => () => (
  <svg
    class="icon"
    viewBox="0 0 24 24"
    width="16"
    height="16"
    fill="none"
    stroke="currentColor"
    stroke-width="2.25"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
    focusable="false"
  >
    {nodes.map(([tag, attributes]) => h(tag, attributes))}
  </svg>
);

export const AlertIcon = iconOf(TriangleAlert);
export const BackIcon = iconOf(ChevronLeft);
export const BanIcon = iconOf(Ban);
export const CheckIcon = iconOf(Check);
export const CloseIcon = iconOf(X);
export const GearIcon = iconOf(SlidersHorizontal);
export const LessIcon = iconOf(ChevronUp);
export const ListIcon = iconOf(List);
export const LocateIcon = iconOf(LocateFixed);
export const LockIcon = iconOf(Lock);
export const MoreIcon = iconOf(ChevronDown);
export const PanelIcon = iconOf(PanelRight);
export const PasteIcon = iconOf(Clipboard);
export const PinIcon = iconOf(Pin);
export const RefreshIcon = iconOf(RefreshCw);
export const SearchIcon = iconOf(Search);
export const TabIcon = iconOf(Maximize2);
export const UnsureIcon = iconOf(CircleQuestionMark);

/** The extension's own logo: a card with a key's notch. */
export const LogoIcon = () => (
  <svg class="logo" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <rect class="logo-card" x="1" y="3" width="18" height="14" rx="4" />
    <circle class="logo-key" cx="7" cy="10" r="2.6" />
    <path class="logo-key" d="M9.4 10h6.1M13 10v2.4M15.5 10v1.6" />
  </svg>
);
