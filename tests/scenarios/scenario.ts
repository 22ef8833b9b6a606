import type { Sandbox } from "../harness/sandbox-control.ts";
import type { Driver } from "./driver.ts";

/** What a person does and sees, the same in every browser. */
export interface Scenario {
  name: string;
  /** Tried before every commit, by `npm run quick`: shows that what matters most still works. */
  quick?: true;
  /** @param driver a browser that is connected with a key to the zone Acme */
  run(driver: Driver, sandbox: Sandbox): Promise<void>;
}
