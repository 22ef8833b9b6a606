import { Briefcase } from "lucide";
import { iconOf } from "../parts/icons.tsx";

/** What the organization has set. A lock is used for a locked key. */
export const OrganizationIcon = iconOf(Briefcase);
