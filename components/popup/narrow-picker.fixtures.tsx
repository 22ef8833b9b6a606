import type { BackgroundApi } from "../../lib/contract/background.ts";
import { fakeBackground, never } from "../testing/fake-background.ts";
import type { Fixture } from "../testing/fixture.ts";
import { NarrowPicker } from "./narrow-picker.tsx";
import { createSearchStore } from "./search-store.ts";

const none = () => undefined;

function of(from: string, narrowables?: BackgroundApi["narrowables"]) {
  const background = fakeBackground(narrowables && { narrowables });
  const store = createSearchStore(background);
  store.pick(from);
  return () => (
    <section class="search-view">
      <div class="search-body">
        <NarrowPicker store={store} from={from} onDone={none} />
      </div>
    </section>
  );
}

const unlisted: BackgroundApi["narrowables"] = async () => ({
  state: "failed",
  failure: { why: "forbidden" },
});

export const fixtures: Fixture[] = [
  {
    name: "roles and groups of the zone",
    render: of(""),
    shows: ["Roles", "support-agent", "Groups", "Admins of Europe"],
  },
  { name: "those with a text in their names", render: of("admin"), shows: ["Manages the zone"] },
  {
    name: "none has it",
    render: of("billing"),
    shows: ["No role or group has “billing” in its name."],
  },
  { name: "on their way", render: of("", never), shows: ["Cancel"] },
  {
    name: "the key cannot list them",
    render: of("billing", unlisted),
    shows: ["Roles can’t be listed.", "Role with the identifier “billing”"],
  },
  {
    name: "there are more",
    render: of("", async ({ kind }) => ({
      state: "listed",
      items: kind === "roles" ? [{ value: "admin", name: "admin" }] : [],
      more: true,
    })),
    shows: ["There are more roles.", "There are more groups."],
  },
  {
    name: "the zone has none",
    render: of("", async () => ({ state: "listed", items: [], more: false })),
    shows: ["This zone has no roles and no groups."],
  },
];
