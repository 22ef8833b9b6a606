import { Briefcase } from "lucide";
import { iconOf } from "../parts/icons.tsx";

/** What the organization has set. A lock stands for a key that is locked. */
export const OrganizationIcon = iconOf(Briefcase);
