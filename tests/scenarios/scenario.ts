import type { Sandbox } from "../harness/sandbox-control.ts";
import type { Driver } from "./driver.ts";

/** What a person does and sees, the same in every browser. */
export interface Scenario {
  name: string;
  /** @param driver a browser that is connected with a key to the zone Acme */
  run(driver: Driver, sandbox: Sandbox): Promise<void>;
}
