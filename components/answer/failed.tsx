import type { Failure } from "../../lib/directory/answer.ts";
import type { Extent } from "../user/extent.ts";
import { Asked } from "./asked.tsx";
import { AskedDetails, type AskedDetailsProps } from "./asked-details.tsx";
import { type FailureActions, FailureNotice } from "./failure-notice.tsx";

export interface FailedProps extends FailureActions, AskedDetailsProps {
  failure: Failure;
  extent: Extent;
}

/** A lookup that failed. */
export function Failed(props: FailedProps) {
  return (
    <div class="user">
      <Asked query={props.query} />
      <FailureNotice {...props} />
      {props.extent === "whole" && <AskedDetails {...props} />}
    </div>
  );
}
